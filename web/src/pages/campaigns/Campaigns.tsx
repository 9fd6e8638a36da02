import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useData } from '../../api/data.ts'
import { type Lack, lacksOf } from '../../api/lacks.ts'
import { useViewer } from '../../api/viewer.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { State } from '../../ui/State.tsx'
import { CampaignsDocument, type CampaignsQuery } from './gql/graphql.ts'
import { NewCampaign } from './NewCampaign.tsx'
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
  return (
    <Page title={t('title')} actions={may && button}>
      <Answer of={data}>
        {(result) =>
          result.campaigns.length > 0 ? <List {...result} /> : <Empty text={t(may ? 'none' : 'noneForYou')}>{may && button}</Empty>
        }
      </Answer>
      <NewCampaign open={making} onClose={() => make(false)} />
    </Page>
  )
}

function List({ campaigns, checkList }: CampaignsQuery) {
  const { t } = useWords()
  return (
    <ul className="campaigns">
      {campaigns.map((campaign) => (
        <li key={campaign.id} className="card">
          <h2>
            <Link to="/campaigns/$campaign" params={{ campaign: campaign.id }}>
              <bdi>{campaign.name}</bdi>
            </Link>
          </h2>
          <p className="small muted">{t('codes', { count: campaign.successCodes.filter(({ retired }) => !retired).length })}</p>
          <Lacks
            campaign={campaign}
            lacks={lacksOf(
              checkList.campaigns.find((check) => check.campaign.id === campaign.id),
              campaign.followUpAddresses,
            )}
          />
        </li>
      ))}
    </ul>
  )
}

function Lacks({ campaign, lacks }: { campaign: CampaignsQuery['campaigns'][number]; lacks: readonly Lack[] }) {
  const { t } = useWords()
  if (campaign.sample) return <State tone="ok">{t('sample')}</State>
  if (lacks.length === 0) return <State tone="ok">{t('whole')}</State>
  return (
    <ul className="lacks">
      {lacks.map((lack) => (
        <li key={lack}>
          <State tone={lack === 'refused' ? 'bad' : 'wait'}>{t(`lack.${lack}`)}</State>
        </li>
      ))}
    </ul>
  )
}
