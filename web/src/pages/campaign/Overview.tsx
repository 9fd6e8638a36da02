import { useParams } from '@tanstack/react-router'
import { useData } from '../../api/data.ts'
import { lastDays } from '../../api/days.ts'
import { lacksOf, refusedIn } from '../../api/lacks.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Page } from '../../ui/Page.tsx'
import { Figures } from './Figures.tsx'
import { CampaignDocument, OverviewDocument } from './gql/graphql.ts'
import { Missing } from './Missing.tsx'
import { Refused } from './Refused.tsx'
import { useWords } from './words.ts'

/** How a campaign is, and what it lacks. */
export function Overview() {
  const { t } = useWords()
  const { campaign: id } = useParams({ from: '/campaigns/$campaign/' })
  // The page around this one has asked for it already.
  const frame = useData('account', CampaignDocument, { id }).data?.campaign
  const days = frame ? lastDays(30, frame.timeZone) : null
  const data = useData('all', OverviewDocument, days && { id, filter: { campaigns: [id], days } })
  return (
    <Page title={t('tab.overview')}>
      <Answer of={data}>
        {({ campaign, checkList, followUpCounts }) =>
          campaign &&
          days && (
            <div className="stack">
              <Figures campaign={campaign.id} meant={{ campaigns: [campaign.id], days }} counts={followUpCounts} />
              <Missing campaign={campaign.id} lacks={lacksOf(checkList.campaigns.find((check) => check.campaign.id === campaign.id))} />
              <Refused campaign={campaign.id} addresses={refusedIn(campaign.followUpAddresses)} />
            </div>
          )
        }
      </Answer>
    </Page>
  )
}
