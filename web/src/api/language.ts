import { speak } from '../messages/messages.ts'

/** A tag's language, as the API calls it. */
export const serverLanguage = (tag: string) => speak([tag]).toUpperCase() as 'EN' | 'NL' | 'DE'
