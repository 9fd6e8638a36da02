import type { ActorKind, AuditFilter } from './gql/graphql.ts'
import type { AuditSearch } from './search.ts'

/** The sorts of somebody who does something. */
export const actorKinds = ['PERSON', 'TOKEN', 'SHELL', 'SYSTEM'] as const satisfies readonly ActorKind[]

export const kindOf = ({ by = '' }: AuditSearch) => actorKinds.find((kind) => kind === by.toUpperCase())

/** The moment at which a day begins in the reader's zone, so many days later. */
function beginOf(day: string | undefined, later = 0): string | undefined {
  if (!day) return undefined
  const moment = new Date(`${day}T00:00:00`)
  moment.setDate(moment.getDate() + later)
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString()
}

/** The filter of the API that an address means. The last day is within. */
export function filterOf(search: AuditSearch): AuditFilter {
  const kind = kindOf(search)
  const from = beginOf(search.from)
  const to = beginOf(search.to, 1)
  return {
    ...(search.actor && { actor: search.actor }),
    ...(kind && { actorKind: kind }),
    ...(search.object && { object: search.object }),
    ...((from || to) && { at: { ...(from && { from }), ...(to && { to }) } }),
  }
}

/** The address of the same entries as a file. */
export function fileOf(search: AuditSearch): string {
  const { at, ...rest } = filterOf(search)
  const given = Object.entries({ ...rest, atFrom: at?.from, atTo: at?.to }).filter(([, value]) => value)
  const text = new URLSearchParams(given as [string, string][]).toString()
  return `csv/audit${text && `?${text}`}`
}
