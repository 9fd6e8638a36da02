import { type Search, textOf } from '../../api/search.ts'

/** Which entries of the audit log are shown. */
export interface AuditSearch {
  /** The id of a person or a token. */
  actor?: string
  /** A sort of somebody, in lower case. */
  by?: string
  /** The id of what something was done to. */
  object?: string
  /** The first and the last day, in the reader's zone, as 2026-07-31. */
  from?: string
  to?: string
  after?: string
}

/** Reads the address of the audit log. */
export function auditSearch(search: Search): AuditSearch {
  return {
    actor: textOf(search.actor),
    by: textOf(search.by),
    object: textOf(search.object),
    from: dayOf(search.from),
    to: dayOf(search.to),
    after: textOf(search.after),
  }
}

/** A text that is a day; an empty one for any other. */
const dayOf = (value: unknown) => (/^\d{4}-\d\d-\d\d$/.test(textOf(value)) ? textOf(value) : '')
