import { Link, useSearch } from '@tanstack/react-router'
import { Tabs } from '../../ui/Tabs.tsx'
import { csvOf } from './csv.ts'
import type { ReportsQuery } from './gql/graphql.ts'
import type { Period } from './period.ts'
import { Rows } from './Rows.tsx'
import { type Sort, sorts } from './search.ts'
import { useWords } from './words.ts'

interface ReportByProps {
  report: ReportsQuery['report']
  by: Sort
  period: Period
  campaigns: string[]
}

/** What came of the chats, by what they have in common. */
export function ReportBy({ report: { rows, others, totals }, by, period, campaigns }: ReportByProps) {
  const { t } = useWords()
  const search = useSearch({ from: '/reports' })
  return (
    <section className="report-by">
      <div className="page-head">
        <h2>{t(`by.${by}`)}</h2>
        <a className="button" href={csvOf('report', period, campaigns, by)} download>
          {t('csv')}
        </a>
      </div>
      <Tabs label={t('by')}>
        {sorts.map((sort) => (
          <Link
            key={sort}
            to="/reports"
            search={{ ...search, by: sort }}
            replace
            resetScroll={false}
            activeOptions={{ exact: true }}
            aria-current={sort === by ? 'page' : undefined}
          >
            {t(`sort.${sort}`)}
          </Link>
        ))}
      </Tabs>
      <Rows rows={rows} others={others} totals={totals} by={by} label={t(`by.${by}`)} />
      <p className="small muted">{t('by.hint')}</p>
    </section>
  )
}
