import type { Messages, Translate as TranslateKey } from '../messages/messages.ts'
import english from './words/en.json' with { type: 'json' }

type Key = keyof typeof english

export type Translate = TranslateKey<Key>

/** The pop-up's messages. */
export const messages: Messages<Key> = {
  english,
  others: { de: () => import('./words/de.json'), nl: () => import('./words/nl.json') },
}
