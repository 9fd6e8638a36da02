import english from './en.json' with { type: 'json' }
import type { Messages } from './messages.ts'

/** What several pages say: the states of follow-ups and deliveries. */
export const shared: Messages<keyof typeof english> = {
  english,
  others: { de: () => import('./de.json'), nl: () => import('./nl.json') },
}
