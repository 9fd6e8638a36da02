import { type Search, textOf } from '../../api/search.ts'

/** What the rows of a report can be about, in the order of their tabs. */
export const sorts = ['code', 'goal', 'campaign', 'operator', 'address', 'day'] as const

export type Sort = (typeof sorts)[number]

/** The periods that are one press away, in days. */
export const usualDays = [7, 30, 90] as const

/** What the reports are of, as their address says it. */
export interface ReportsSearch {
  /** So many days until today; 30 where nothing else is said. */
  days?: string
  /** The first day and the last one, instead of a number of days. */
  from?: string
  to?: string
  campaign?: string
  by?: Sort
}

/** Reads the address of the reports. */
export function reportsSearch(search: Search): ReportsSearch {
  const by = textOf(search.by) as Sort
  return {
    days: textOf(search.days),
    from: textOf(search.from),
    to: textOf(search.to),
    campaign: textOf(search.campaign),
    by: sorts.includes(by) ? by : 'code',
  }
}
