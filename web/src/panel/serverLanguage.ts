import { speak, type Words } from '../messages/messages.ts'
import type { Language } from './gql/graphql.ts'

const known: Record<string, Language> = { de: 'DE', en: 'EN', nl: 'NL' }

/** The window's language, as the API calls it. */
export const serverLanguage = ({ language }: Words): Language => known[speak([language])] ?? 'EN'
