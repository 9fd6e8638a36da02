import { type Search, textOf, textsOf } from '../../api/search.ts'
import type { FollowUpFilter, FollowUpState } from './gql/graphql.ts'

/** What the inbox shows, as its address says it. */
export interface InboxSearch {
  /** States, in lower case, as people read them in an address. */
  state?: string[]
  q?: string
  after?: string
}

/** Reads the address of the inbox. */
export function inboxSearch(search: Search): InboxSearch {
  return { state: textsOf(search.state), q: textOf(search.q), after: textOf(search.after) }
}

/** The filter of the API that an address means. */
export function filterOf({ state = [], q = '' }: InboxSearch): FollowUpFilter {
  return { states: state.map((name) => name.toUpperCase() as FollowUpState), search: q }
}
