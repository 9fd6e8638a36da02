import { Link, Outlet, useParams } from '@tanstack/react-router'
import { useChange, useData } from '../../api/data.ts'
import { useViewer } from '../../api/viewer.ts'
import { Answer } from '../../ui/Answer.tsx'
import { NoPage } from '../../ui/NoPage.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { CampaignDocument, type CampaignQuery, RestoreCampaignDocument } from './gql/graphql.ts'
import { useWords } from './words.ts'
import './campaign.css'

/** What is around all pages of a campaign: its name, and the way between them. Each page has its own title. */
export function Campaign() {
  const { t } = useWords()
  const { campaign } = useParams({ from: '/campaigns/$campaign' })
  const data = useData('account', CampaignDocument, { id: campaign })
  const here = { campaign }
  return (
    <Answer of={data}>
      {({ campaign }) =>
        campaign ? (
          <>
            <p className="campaign-name">
              <bdi>{campaign.name}</bdi>
            </p>
            <Tabs label={t('tabs')}>
              <Link to="/campaigns/$campaign" params={here} activeOptions={{ exact: true }} activeProps={{ 'aria-current': 'page' }}>
                {t('tab.overview')}
              </Link>
              <Link to="/campaigns/$campaign/goals" params={here} activeProps={{ 'aria-current': 'page' }}>
                {t('tab.goals')}
              </Link>
              <Link to="/campaigns/$campaign/addresses" params={here} activeProps={{ 'aria-current': 'page' }}>
                {t('tab.addresses')}
              </Link>
              <Link to="/campaigns/$campaign/mail" params={here} activeProps={{ 'aria-current': 'page' }}>
                {t('tab.mail')}
              </Link>
              <Link to="/campaigns/$campaign/settings" params={here} activeProps={{ 'aria-current': 'page' }}>
                {t('tab.settings')}
              </Link>
            </Tabs>
            {campaign.sample && <p className="notice campaign-notice">{t('sample')}</p>}
            {campaign.retired && <Retired campaign={campaign} />}
            <Outlet />
          </>
        ) : (
          <NoPage />
        )
      }
    </Answer>
  )
}

/** Says that a campaign was given up, and takes it back. */
function Retired({ campaign: { id } }: { campaign: NonNullable<CampaignQuery['campaign']> }) {
  const { t } = useWords()
  const may = useViewer().may('ACCOUNT')
  const { run, busy, problem } = useChange(RestoreCampaignDocument)
  return (
    <div className="notice campaign-notice row wrap">
      <p>{t('retired')}</p>
      <Problem problem={problem} />
      {may && (
        <button type="button" className="button small" disabled={busy} onClick={() => void run({ id })}>
          {t('retired.restore')}
        </button>
      )}
    </div>
  )
}
