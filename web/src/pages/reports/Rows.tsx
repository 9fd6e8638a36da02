import { Link } from '@tanstack/react-router'
import { linkTo } from '../../api/followups.ts'
import { useSpeech } from '../../messages/Words.tsx'
import { Text } from '../../ui/Text.tsx'
import { columnsFor } from './columns.ts'
import type { TallyFragment } from './gql/graphql.ts'
import { useNumbers } from './numbers.ts'
import type { Sort } from './search.ts'
import { useWords } from './words.ts'

interface RowsProps {
  rows: readonly TallyFragment[]
  others?: TallyFragment | null | undefined
  totals?: TallyFragment
  by: Sort
  /** What the table is called. */
  label: string
}

/** Rows of a report: a bar for how many chats each has, and all that is known of them. */
export function Rows({ rows, others, totals, by, label }: RowsProps) {
  const { t } = useWords()
  const numbers = useNumbers()
  const columns = columnsFor(by, numbers)
  const most = Math.max(1, ...rows.map(({ chats }) => chats))
  const row = (tally: TallyFragment, kind: 'row' | 'others' | 'totals') => (
    <tr key={`${kind} ${tally.key}`} className={kind === 'row' ? undefined : kind}>
      <th scope="row">
        <Name tally={tally} by={by} kind={kind} />
      </th>
      <td className="bar-cell">
        <span className="number">{numbers.count(tally.chats)}</span>
        {kind === 'row' && <span className="share" style={{ inlineSize: `${(tally.chats / most) * 100}%` }} />}
      </td>
      {columns.map(({ name, value }) => (
        <td key={name} className="number">
          {value(tally)}
        </td>
      ))}
    </tr>
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it
    <section className="table-box" aria-label={label} tabIndex={0}>
      <table className="table report">
        <thead>
          <tr>
            <th scope="col">{t(`sort.${by}`)}</th>
            <th scope="col">{t('chats')}</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col" className="number">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((tally) => row(tally, 'row'))}
          {others && row(others, 'others')}
        </tbody>
        {totals && <tfoot>{row(totals, 'totals')}</tfoot>}
      </table>
    </section>
  )
}

/** What a row is about, as the way to its chats. */
function Name({ tally, by, kind }: { tally: TallyFragment; by: Sort; kind: 'row' | 'others' | 'totals' }) {
  const { t } = useWords()
  const { language } = useSpeech()
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const name = () => {
    if (kind !== 'row') return t(kind)
    if (by === 'day') return day.format(Date.parse(`${tally.key}T00:00:00Z`))
    if (tally.key !== '') return tally.label
    return by === 'code' || by === 'goal' || by === 'operator' ? t(`none.${by}`) : tally.label
  }
  const campaign = by === 'code' || by === 'goal' ? tally.campaign?.name : undefined
  return (
    <>
      {tally.filter ? (
        <Link to="/follow-ups" search={linkTo(tally.filter)}>
          <Text>{name()}</Text>
        </Link>
      ) : (
        name()
      )}
      {kind === 'row' && campaign && (
        <span className="small muted campaign">
          <Text>{campaign}</Text>
        </span>
      )}
    </>
  )
}
