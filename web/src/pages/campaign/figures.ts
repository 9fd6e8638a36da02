import type { FollowUpState } from '../../api/followups.ts'

/** The five numbers in which all chats of a campaign are counted: the first is the sum of the others. */
export const figures = ['chats', 'sent', 'open', 'notForwarded', 'failed'] as const

export type Figure = (typeof figures)[number]

/** The states that a number counts; none for all of them. */
export const statesOf: Record<Figure, readonly FollowUpState[]> = {
  chats: [],
  sent: ['SENT', 'DELIVERED'],
  open: ['AWAITING_TRANSCRIPT', 'AWAITING_CODE', 'AWAITING_OK', 'HOLDING', 'HELD', 'UNCERTAIN', 'QUEUED'],
  notForwarded: ['NOT_FORWARDED'],
  failed: ['FAILED'],
}

/** How many chats a number counts. */
export function countOf(figure: Figure, counts: readonly { state: FollowUpState; count: number }[]): number {
  const states = statesOf[figure]
  return counts.filter(({ state }) => states.length === 0 || states.includes(state)).reduce((sum, { count }) => sum + count, 0)
}
