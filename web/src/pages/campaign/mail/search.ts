import { type Search, textOf } from '../../../api/search.ts'

/** The ways to look at a mail, in the order of their tabs. */
export const views = ['html', 'dark', 'phone', 'plain'] as const

export type View = (typeof views)[number]

/** The chat of nobody, for the preview. */
export const madeUp = 'sample'

/** What the mail page shows, as its address says it. */
export interface MailSearch {
  /** The success code whose mails it is about; all of them where there is none. */
  code?: string
  /** The follow-up in the preview; the newest where there is none. */
  chat?: string
  view?: View
}

/** Reads the address of the mail page. */
export function mailSearch(search: Search): MailSearch {
  const view = textOf(search.view) as View
  return { code: textOf(search.code), chat: textOf(search.chat), view: views.includes(view) ? view : 'html' }
}
