import { dayAfter } from '../../api/followups.ts'
import { type ReportsSearch, usualDays } from './search.ts'

/** Days of the ledger, the last one included. */
export interface Period {
  first: string
  last: string
}

const isDay = (text = '') => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

/** The day that it is for whoever looks. */
export function today(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The days that an address means. One day that is missing is the other one; what is no day is none. */
export function periodOf({ days, from, to }: ReportsSearch, now: string): Period {
  const first = isDay(from) ? from : isDay(to) ? to : undefined
  const last = isDay(to) ? to : first
  if (first && last) return first <= last ? { first, last } : { first: last, last: first }
  const count = usualDays.find((usual) => String(usual) === days) ?? 30
  return { first: dayAfter(now, 1 - count), last: now }
}

/** How many days a period has. */
export const lengthOf = ({ first, last }: Period) => Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1

/** As many days, just before it. */
export const periodBefore = (period: Period): Period => ({
  first: dayAfter(period.first, -lengthOf(period)),
  last: dayAfter(period.first, -1),
})

/** All days of a period. */
export const daysOf = (period: Period): string[] => Array.from({ length: lengthOf(period) }, (_, at) => dayAfter(period.first, at))
