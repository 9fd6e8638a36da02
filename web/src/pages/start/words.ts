import type { Messages } from '../../messages/messages.ts'
import { wordsHook } from '../../messages/Words.tsx'
import english from './words/en.json' with { type: 'json' }

/** The name of one of these messages. */
export type Key = keyof typeof english

const own: Messages<Key> = {
  english,
  others: { de: () => import('./words/de.json'), nl: () => import('./words/nl.json') },
}

export const useWords = wordsHook(own)
