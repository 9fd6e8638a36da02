import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useData } from '../../api/data.ts'
import { type Check, lacksOf, refusedIn } from '../../api/lacks.ts'
import { useViewer } from '../../api/viewer.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { State } from '../../ui/State.tsx'
import { CampaignsDocument, type CampaignsQuery } from './gql/graphql.ts'
import { NewCampaign } from './NewCampaign.tsx'
import { Retired } from './Retired.tsx'
import { useWords } from './words.ts'
import './campaigns.css'

/** All campaigns, each with what it lacks. */
export function Campaigns() {
  const { t } = useWords()
  const may = useViewer().may('ACCOUNT')
  const [making, make] = useState(false)
  const data = useData('all', CampaignsDocument, {})
  const button = (
    <button type="button" className="button primary" onClick={() => make(true)}>
      {t('new')}
    </button>
  )
  const some = data.data?.campaigns.some(({ retired }) => !retired)
  return (
    <Page title={t('title')} actions={may && some && button}>
      <Answer of={data}>
        {(result) => (
          <>
            {some ? <List {...result} /> : <Empty text={t(may ? 'none' : 'noneForYou')}>{may && button}</Empty>}
            <Retired campaigns={result.campaigns.filter(({ retired }) => retired)} />
          </>
        )}
      </Answer>
      <NewCampaign open={making} onClose={() => make(false)} />
    </Page>
  )
}

function List({ campaigns, checkList }: CampaignsQuery) {
  const { t } = useWords()
  const inUse = campaigns.filter(({ retired }) => !retired)
  return (
    <ul className="campaigns">
      {inUse.map((campaign) => (
        <li key={campaign.id} className="card">
          <h2>
            <Link to="/campaigns/$campaign" params={{ campaign: campaign.id }}>
              <bdi>{campaign.name}</bdi>
            </Link>
          </h2>
          <p className="small muted">{t('codes', { count: campaign.successCodes.filter(({ retired }) => !retired).length })}</p>
          <Health campaign={campaign} check={checkList.campaigns.find((check) => check.campaign.id === campaign.id)} />
        </li>
      ))}
    </ul>
  )
}

/** What a campaign lacks; or that it lacks nothing. */
function Health({ campaign, check }: { campaign: CampaignsQuery['campaigns'][number]; check: Check | undefined }) {
  const { t } = useWords()
  const lacks = lacksOf(check)
  const refused = refusedIn(campaign.followUpAddresses).length
  if (campaign.sample) return <State tone="ok">{t('sample')}</State>
  if (lacks.length + refused === 0) return <State tone="ok">{t('whole')}</State>
  return (
    <ul className="lacks">
      {refused > 0 && (
        <li>
          <State tone="bad">{t('refused', { count: refused })}</State>
        </li>
      )}
      {lacks.map((lack) => (
        <li key={lack}>
          <State tone="wait">{t(`lack.${lack}`)}</State>
        </li>
      ))}
    </ul>
  )
}
