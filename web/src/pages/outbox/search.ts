import { type Search, textOf } from '../../api/search.ts'

/** Which mails of the outbox are shown. */
export interface OutboxSearch {
  after?: string
  /** The id of the mail that is open. */
  mail?: string
}

/** Reads the address of the outbox. */
export function outboxSearch(search: Search): OutboxSearch {
  return { after: textOf(search.after), mail: textOf(search.mail) }
}
