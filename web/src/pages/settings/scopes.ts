import type { Permission } from '../../api/viewer.ts'

/** What a token can be allowed beside seeing, which it always may. */
export const scopes = ['FOLLOW_UP', 'CAMPAIGN', 'ACCOUNT', 'PEOPLE'] as const satisfies readonly Permission[]

export type Scope = (typeof scopes)[number]

// What is the whole account's cannot be had by a token for some campaigns.
const whole: readonly Permission[] = ['ACCOUNT', 'PEOPLE']

/** The scopes that somebody can give to a token: no more than they have, and what a limit to campaigns leaves. */
export const scopesToGive = (may: (permission: Permission) => boolean, limited: boolean) =>
  scopes.filter((scope) => may(scope) && !(limited && whole.includes(scope)))

/** The end of a day in the reader's zone, as a moment; undefined for no day. */
export function endOf(day: string): string | undefined {
  if (!day) return undefined
  const next = new Date(`${day}T00:00:00`)
  next.setDate(next.getDate() + 1)
  return next.toISOString()
}
