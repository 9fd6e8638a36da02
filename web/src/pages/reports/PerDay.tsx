import { Chart } from '../../ui/Chart.tsx'
import type { TallyFragment } from './gql/graphql.ts'
import { daysOf, type Period } from './period.ts'
import { Rows } from './Rows.tsx'
import { useWords } from './words.ts'

/** The chats of each day, as a plot and as a table. */
export function PerDay({ rows, period }: { rows: readonly TallyFragment[]; period: Period }) {
  const { t } = useWords()
  const days = daysOf(period)
  const byDay = new Map(rows.map((row) => [row.key, row]))
  const lines = [
    { name: t('chats'), values: days.map((day) => byDay.get(day)?.chats ?? 0) },
    { name: t('sent'), values: days.map((day) => byDay.get(day)?.sent ?? 0), dashed: true },
  ]
  return (
    <section className="card">
      <h2>{t('perDay')}</h2>
      <Chart label={t('perDay.label')} days={days} lines={lines} />
      <details>
        <summary>{t('perDay.table')}</summary>
        <Rows rows={rows} by="day" label={t('perDay')} />
      </details>
    </section>
  )
}
