import { useSpeech } from '../../../messages/Words.tsx'
import { type Campaign, defaultSubject, type Setting } from './draft.ts'
import { useWords } from './words.ts'

/** The languages that mails can be in. */
export const mailLanguages = ['EN', 'NL', 'DE'] as const

/** Names languages in the reader's own. */
export function useLanguageNames(): (language: string) => string {
  const { language } = useSpeech()
  const names = new Intl.DisplayNames(language, { type: 'language' })
  return (code) => names.of(code.toLowerCase()) ?? code
}

/** What settings are in a reader's words. */
interface Shown {
  /** What counts where a setting is empty. */
  usual(setting: Setting): string
  /** What counts for the campaign. */
  value(setting: Setting): string
}

/** Says what counts in a campaign's mails. */
export function useShown({ name, timeZone, mailSettings }: Campaign): Shown {
  const { t } = useWords()
  const nameOf = useLanguageNames()
  const usuals: Partial<Record<Setting, string>> = { subject: defaultSubject, senderName: name, replyTo: t('usual.replyTo'), timeZone }
  const usual = (setting: Setting) => usuals[setting] ?? t('usual.none')
  const value = (setting: Setting) => (setting === 'language' ? nameOf(mailSettings.language) : mailSettings[setting] || usual(setting))
  return { usual, value }
}
