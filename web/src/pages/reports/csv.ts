import type { Period } from './period.ts'
import type { Sort } from './search.ts'

/** The address of what is shown, as a file: of the ledger, or of a report by something. */
export function csvOf(list: 'ledger' | 'report', { first, last }: Period, campaigns: readonly string[], by?: Sort): string {
  const asked = new URLSearchParams({ first, last })
  if (by) asked.set('by', by.toUpperCase())
  for (const id of campaigns) asked.append('campaigns', id)
  return `csv/${list}?${asked}`
}
