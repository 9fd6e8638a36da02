import { together } from '../../messages/messages.ts'
import { shared } from '../../messages/shared.ts'
import { wordsHook } from '../../messages/Words.tsx'
import english from './words/en.json' with { type: 'json' }

const own = { english, others: { de: () => import('./words/de.json'), nl: () => import('./words/nl.json') } }

export const useWords = wordsHook(together(own, shared))
