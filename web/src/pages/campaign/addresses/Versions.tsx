import { Link, useSearch } from '@tanstack/react-router'
import { useData } from '../../../api/data.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { Time } from '../../../ui/Time.tsx'
import { Compare } from './Compare.tsx'
import { VersionsDocument, type VersionsQuery } from './gql/graphql.ts'
import { type Restoring, useRestore } from './useRestore.ts'
import { useWords } from './words.ts'

type Version = NonNullable<VersionsQuery['campaign']>['followUpAddressesHistory']['nodes'][number]

/** All versions of the table that were published, the newest first, any two of them compared, and the way back to each. */
export function Versions({ campaign, newest, mayEdit }: { campaign: string; newest: number; mayEdit: boolean }) {
  const { t } = useWords()
  const { after = '' } = useSearch({ from: '/campaigns/$campaign/addresses' })
  const versions = useData('account', VersionsDocument, { campaign, after: after || null })
  const restoring = useRestore(campaign, newest)
  if (newest === 0) return <Empty text={t('versions.none')} />
  return (
    <div className="stack">
      <Compare campaign={campaign} newest={newest} />
      <Problem problem={restoring.problem} />
      <Answer of={versions}>
        {({ campaign }) => (
          <>
            <ol className="versions card">
              {campaign?.followUpAddressesHistory.nodes.map((version) => (
                <Entry key={version.version} version={version} newest={newest} {...(mayEdit && { restoring })} />
              ))}
            </ol>
            <Further page={campaign?.followUpAddressesHistory.pageInfo} />
          </>
        )}
      </Answer>
    </div>
  )
}

function Entry({ version: { version, comment, savedAt, savedBy }, newest, restoring }: EntryProps) {
  const { t } = useWords()
  const older = String(version - 1)
  return (
    <li className="version">
      <div>
        <strong>{t('version', { version })}</strong> {version === newest && <span className="muted">{t('version.newest')}</span>}
        <p className="small muted">
          {savedAt && <Time at={savedAt} />} · <bdi>{savedBy?.name ?? t('somebody')}</bdi>
        </p>
        {comment && (
          <p>
            <bdi>{comment}</bdi>
          </p>
        )}
      </div>
      <div className="row wrap">
        <Link
          from="/campaigns/$campaign/addresses"
          search={(search) => ({ ...search, older, newer: String(version) })}
          className="button small"
        >
          {t('version.changes')}
        </Link>
        {restoring && version !== newest && (
          <button
            type="button"
            className="button small"
            aria-label={t('version.restoreThis', { version })}
            disabled={restoring.busy}
            onClick={() => void restoring.restore(version)}
          >
            {t('version.restore')}
          </button>
        )}
      </div>
    </li>
  )
}

interface EntryProps {
  version: Version
  newest: number
  restoring?: Restoring
}

function Further({ page }: { page: { hasNextPage: boolean; endCursor?: string | null | undefined } | undefined }) {
  const { t } = useWords()
  const { after } = useSearch({ from: '/campaigns/$campaign/addresses' })
  const from = '/campaigns/$campaign/addresses'
  return (
    <div className="row wrap">
      {after && (
        <Link from={from} search={(search) => ({ ...search, after: '' })} className="button small">
          {t('versions.newest')}
        </Link>
      )}
      {page?.hasNextPage && (
        <Link from={from} search={(search) => ({ ...search, after: page.endCursor ?? '' })} className="button small">
          {t('versions.older')}
        </Link>
      )}
    </div>
  )
}
