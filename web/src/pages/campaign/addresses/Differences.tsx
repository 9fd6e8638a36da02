import type { Item, ListDiff } from './list.ts'
import { keyOf } from './list.ts'
import { standard } from './table.ts'
import { useWords } from './words.ts'

/** What differs in a row. */
export interface RowDiff {
  /** A code's id, or `standard`. */
  id: string
  label: string
  diff: ListDiff
  /** What else is to be said of it. */
  note?: string
  problem?: string
}

/** What differs between two tables, row by row: who comes, who goes, and who has another name. */
export function Differences({ rows }: { rows: readonly RowDiff[] }) {
  const { t } = useWords()
  return (
    <dl className="differences">
      {rows.map(({ id, label, diff, note, problem }) => (
        <div key={id}>
          <dt>{id === standard ? t('standard') : <bdi>{label}</bdi>}</dt>
          <dd>
            {note && <p className="small muted">{note}</p>}
            <Changes of={diff} />
            {problem && (
              <p role="alert" className="small problem">
                {problem}
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Changes({ of: { added, removed, renamed } }: { of: ListDiff }) {
  const { t } = useWords()
  const list = (items: readonly Item[], sign: string, name: string, className: string) =>
    items.map((item) => (
      <li key={keyOf(item)} className={className}>
        <span aria-hidden="true">{sign}</span> <span className="visually-hidden">{name}</span> <bdi>{item.text}</bdi>
      </li>
    ))
  return (
    <ul>
      {list(added, '+', t('diff.added'), 'added')}
      {list(removed, '−', t('diff.removed'), 'removed')}
      {list(renamed, '~', t('diff.renamed'), 'renamed')}
    </ul>
  )
}
