import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useData } from '../../api/data.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Only } from '../../ui/Only.tsx'
import { Page } from '../../ui/Page.tsx'
import { Entry } from './Entry.tsx'
import { actorKinds, fileOf, filterOf, kindOf } from './filter.ts'
import { AuditDocument, type EntryFragment } from './gql/graphql.ts'
import type { AuditSearch } from './search.ts'
import { useWords } from './words.ts'

const from = '/settings/audit' as const

/** Who did what when. */
export function Audit() {
  const { t } = useWords()
  return (
    <Only may="ACCOUNT" title={t('audit.title')}>
      <All />
    </Only>
  )
}

function All() {
  const { t } = useWords()
  const search = useSearch({ from })
  const data = useData('all', AuditDocument, { filter: filterOf(search), after: search.after || null })
  return (
    <Page
      title={t('audit.title')}
      actions={
        <a className="button" href={fileOf(search)} download>
          {t('audit.file')}
        </a>
      }
    >
      <Filters />
      <Answer of={data}>
        {({ auditLog: { nodes, pageInfo } }) => (
          <>
            <Meant entry={nodes[0]} />
            {nodes.length > 0 ? <List entries={nodes} /> : <Empty text={t('audit.empty')} />}
            <Paging next={pageInfo.hasNextPage ? pageInfo.endCursor : null} />
          </>
        )}
      </Answer>
    </Page>
  )
}

function Filters() {
  const { t } = useWords()
  const search = useSearch({ from })
  const navigate = useNavigate({ from })
  const go = (changed: Partial<AuditSearch>) => void navigate({ search: { ...search, ...changed, after: '' }, replace: true })
  return (
    <search className="audit-filters">
      <label className="field">
        <span className="label">{t('audit.by')}</span>
        <select className="input" value={kindOf(search) ?? ''} onChange={(event) => go({ by: event.target.value.toLowerCase() })}>
          <option value="">{t('audit.anybody')}</option>
          {actorKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`actorKind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="label">{t('audit.from')}</span>
        <input className="input" type="date" value={search.from ?? ''} onChange={(event) => go({ from: event.target.value })} />
      </label>
      <label className="field">
        <span className="label">{t('audit.to')}</span>
        <input className="input" type="date" value={search.to ?? ''} onChange={(event) => go({ to: event.target.value })} />
      </label>
    </search>
  )
}

/** Whose entries these are, and what they are about, where the address says so; and the way back to all of them. */
function Meant({ entry }: { entry: EntryFragment | undefined }) {
  const { t } = useWords()
  const search = useSearch({ from })
  if (!search.actor && !search.object) return null
  return (
    <p className="row wrap meant">
      {search.actor && <span className="chip">{t('audit.onlyBy', { name: entry?.actor.name ?? '' })}</span>}
      {search.object && <span className="chip">{t('audit.onlyAbout', { name: entry?.object.name ?? '' })}</span>}
      <Link className="button small" to={from} search={{ ...search, actor: '', object: '', after: '' }}>
        {t('audit.all')}
      </Link>
    </p>
  )
}

function List({ entries }: { entries: readonly EntryFragment[] }) {
  return (
    <ol className="audit">
      {entries.map((entry) => (
        <li key={entry.id}>
          <Entry entry={entry} />
        </li>
      ))}
    </ol>
  )
}

function Paging({ next }: { next: string | null }) {
  const { t } = useWords()
  const search = useSearch({ from })
  if (!search.after && !next) return null
  return (
    <nav className="row wrap" aria-label={t('audit.pages')}>
      {search.after && (
        <Link className="button" to={from} search={{ ...search, after: '' }}>
          {t('audit.newest')}
        </Link>
      )}
      {next && (
        <Link className="button" to={from} search={{ ...search, after: next }}>
          {t('audit.older')}
        </Link>
      )}
    </nav>
  )
}
