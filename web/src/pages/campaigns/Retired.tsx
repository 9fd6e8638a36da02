import { Link } from '@tanstack/react-router'
import { useChange } from '../../api/data.ts'
import { useViewer } from '../../api/viewer.ts'
import { Problem } from '../../ui/Problem.tsx'
import { type CampaignsQuery, RestoreCampaignDocument } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** The campaigns that were given up. Their pages are there to be read, and they can be taken back. */
export function Retired({ campaigns }: { campaigns: CampaignsQuery['campaigns'] }) {
  const { t } = useWords()
  const may = useViewer().may('ACCOUNT')
  const { run, busy, problem } = useChange(RestoreCampaignDocument)
  if (campaigns.length === 0) return null
  return (
    <details className="card retired-campaigns">
      <summary>{t('retired', { count: campaigns.length })}</summary>
      <Problem problem={problem} />
      <ul>
        {campaigns.map(({ id, name }) => (
          <li key={id}>
            <Link to="/campaigns/$campaign" params={{ campaign: id }}>
              <bdi>{name}</bdi>
            </Link>
            {may && (
              <button type="button" className="button small" disabled={busy} onClick={() => void run({ id })}>
                {t('restore')} <span className="visually-hidden">{name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
