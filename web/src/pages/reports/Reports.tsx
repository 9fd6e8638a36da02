import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useData } from '../../api/data.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Page } from '../../ui/Page.tsx'
import { Controls } from './Controls.tsx'
import { Figures } from './Figures.tsx'
import { ReportsDocument, type ReportsQuery } from './gql/graphql.ts'
import { Ledger } from './Ledger.tsx'
import { Nothing } from './Nothing.tsx'
import { PerDay } from './PerDay.tsx'
import { type Period, periodBefore, periodOf, today } from './period.ts'
import { ReportBy } from './ReportBy.tsx'
import type { Sort } from './search.ts'
import { useWords } from './words.ts'
import './reports.css'

/** What came of the finished chats of some days. */
export function Reports() {
  const { t } = useWords()
  const search = useSearch({ from: '/reports' })
  const { by = 'code', campaign = '' } = search
  const period = periodOf(search, today())
  const campaigns = campaign ? [campaign] : []
  const chats = { ...period, campaigns }
  const data = useData('all', ReportsDocument, {
    ...chats,
    report: { ...chats, by: sortOf(by) },
    days: { ...chats, by: 'DAY' },
    before: { ...periodBefore(period), campaigns, by: 'CAMPAIGN' },
  })
  // The rows of the last address stay until those of this one are there, and are named as what they are.
  const asked = { period, campaigns, by }
  const [shown, setShown] = useState(asked)
  if (!data.isPlaceholderData && JSON.stringify(shown) !== JSON.stringify(asked)) setShown(asked)
  return (
    <Page title={t('title')}>
      <Controls period={period} />
      <Answer of={data}>{(result) => <Report result={result} {...shown} again={data.refetch} />}</Answer>
    </Page>
  )
}

const sortOf = (by: Sort) => by.toUpperCase() as Uppercase<Sort>

interface ReportProps {
  result: ReportsQuery
  period: Period
  campaigns: string[]
  by: Sort
  again: () => Promise<unknown>
}

function Report({ result: { report, days, before, ledger }, period, campaigns, by, again }: ReportProps) {
  if (report.totals.chats === 0 && ledger.length === 0) return <Nothing period={period} />
  return (
    <div className="stack">
      <Figures now={report.totals} before={before.totals} period={period} />
      <Ledger days={ledger} counted={report.totals.chats} period={period} campaigns={campaigns} again={again} />
      <PerDay rows={days.rows} period={period} />
      <ReportBy report={report} by={by} period={period} campaigns={campaigns} />
    </div>
  )
}
