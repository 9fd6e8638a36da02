import { languages } from '../../messages/messages.ts'

/** A language in its own words, such as Nederlands; the tag where a browser does not know it. */
export function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** What can be chosen: the browser's, those that we speak, and what somebody has chosen elsewhere. */
export const choices = (chosen: string): readonly string[] => [...new Set(['', ...languages, chosen])]
