import { type Messages, together } from '../../../messages/messages.ts'
import { shared } from '../../../messages/shared.ts'
import { wordsHook } from '../../../messages/Words.tsx'
import english from './words/en.json' with { type: 'json' }

const own: Messages<keyof typeof english> = {
  english,
  others: { de: () => import('./words/de.json'), nl: () => import('./words/nl.json') },
}

const messages = together(own, shared)

export const useWords = wordsHook(messages)
