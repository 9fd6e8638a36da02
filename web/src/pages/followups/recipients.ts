import type { RowFragment } from './gql/graphql.ts'

type Delivery = RowFragment['receipt'][number]

/** Somebody who gets a follow-up, or was to get it. */
export interface RowRecipient {
  name: string
  email: string
  reasons: readonly string[]
  /** Where the last mail to them is; null before there is any. */
  state: Delivery['state'] | null
  /** What their mail server said of it. */
  words: string
}

/** Who gets a follow-up and why: those who were mailed, else those whom the decision names. Each once, with all reasons. */
export function recipientsOf({ receipt, decision }: Pick<RowFragment, 'receipt' | 'decision'>): RowRecipient[] {
  const all = new Map<string, RowRecipient>()
  for (const { recipient, reasons, state, words } of receipt) {
    const before = all.get(recipient.email)?.reasons ?? []
    const sentences = [...new Set([...before, ...reasons.map(({ sentence }) => sentence)])]
    all.set(recipient.email, { ...recipient, reasons: sentences, state, words })
  }
  if (all.size > 0) return [...all.values()]
  return (decision?.recipients ?? []).map(({ address, reasons }) => ({
    ...address,
    reasons: reasons.map(({ sentence }) => sentence),
    state: null,
    words: '',
  }))
}

const wrong: readonly Delivery['state'][] = ['FAILED', 'BOUNCED', 'BLOCKED', 'COMPLAINED', 'UNCERTAIN', 'HELD']

/** The deliveries that somebody has to see to: those that stand in the way of the follow-up, not those that others made good. */
export const troublesOf = ({ receipt }: Pick<RowFragment, 'receipt'>): Delivery[] =>
  receipt.filter(({ state, replacedBy }) => wrong.includes(state) && !replacedBy)
