import { serverNow } from './clock.ts'
import { dayAfter } from './followups.ts'

/** The last days of a time zone, today included: days of the ledger. */
export function lastDays(count: number, timeZone: string, now = serverNow()): { first: string; last: string } {
  const last = dayOf(now, timeZone)
  return { first: dayAfter(last, 1 - count), last }
}

/** The day that a moment is in, as 2026-07-01. A zone that the browser does not know is taken for UTC. */
export function dayOf(moment: number, timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(moment)
  } catch {
    return new Date(moment).toISOString().slice(0, 10)
  }
}
