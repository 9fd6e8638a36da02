import type { Messages } from '../../messages/messages.ts'
import { wordsHook } from '../../messages/Words.tsx'
import english from './words/en.json' with { type: 'json' }

const own: Messages<keyof typeof english> = {
  english,
  others: { de: () => import('./words/de.json'), nl: () => import('./words/nl.json') },
}

export const useWords = wordsHook(own)
