import { type FollowUpsSearch, followUpsSearch } from '../../api/followups.ts'
import { type Search, textOf } from '../../api/search.ts'

/** What the inbox shows, as its address says it. */
export interface InboxSearch extends FollowUpsSearch {
  /** The cursor of the row below which the page begins. */
  after?: string
  /** The cursor of the row above which the page ends. */
  before?: string
}

/** Reads the address of the inbox. */
export function inboxSearch(search: Search): InboxSearch {
  return { ...followUpsSearch(search), after: textOf(search.after), before: textOf(search.before) }
}
