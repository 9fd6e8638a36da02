import { type Search, textOf } from '../../api/search.ts'

/** How far somebody is with connecting their chat, as the address says it. It never holds a secret. */
export interface ConnectSearch {
  /** The vendor that was chosen. */
  vendor?: string
  /** The id of the source that was made. */
  source?: string
}

/** Reads the address of the page that connects a chat. */
export function connectSearch(search: Search): ConnectSearch {
  return { vendor: textOf(search.vendor), source: textOf(search.source) }
}

/** Which of a source's events are shown. */
export interface EventsSearch {
  /** What became of them, in lower case; all where it is left out. */
  outcome?: string
  after?: string
  /** The id of the event whose body is open. */
  event?: string
}

/** Reads the address of a source's events. */
export function eventsSearch(search: Search): EventsSearch {
  return { outcome: textOf(search.outcome), after: textOf(search.after), event: textOf(search.event) }
}
