import { type FollowUpState, followUpStates } from '../../api/followups.ts'
import type { ReportsQuery } from './gql/graphql.ts'

/** The chats that are in one state, for one reason. */
export interface Box {
  state: FollowUpState
  reason: string
  /** The reason as the inbox filters by it. */
  reasons: readonly string[]
  count: number
}

/** The boxes of all days together, in the order of a follow-up's life. */
export function boxesOf(days: ReportsQuery['ledger']): Box[] {
  const all = new Map<string, Box>()
  for (const { state, reason, count, filter } of days.flatMap(({ boxes }) => boxes)) {
    const reasons = filter.reasons ?? []
    const key = JSON.stringify([state, reasons])
    const box = all.get(key)
    if (box) box.count += count
    else all.set(key, { state, reason, reasons, count })
  }
  return [...all.values()].sort((one, other) => place(one) - place(other) || other.count - one.count)
}

// The last state, delivered, is the one that all should come to: it is the first that is told.
const place = ({ state }: Box) => -followUpStates.indexOf(state)

/** The boxes of each state as one. */
export function statesOf(boxes: readonly Box[]): Pick<Box, 'state' | 'count'>[] {
  const counts = new Map<FollowUpState, number>()
  for (const { state, count } of boxes) counts.set(state, (counts.get(state) ?? 0) + count)
  return [...counts].map(([state, count]) => ({ state, count }))
}
