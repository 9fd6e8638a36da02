import { type Search, textOf, textsOf } from '../../../api/search.ts'

/** What the page of follow-up addresses shows, as its address says it. */
export interface AddressesSearch {
  /** The labels of the codes of the chat that is tried. */
  test?: string[]
  /** The table as a list, as a matrix of codes and addresses, or its versions. */
  view?: 'list' | 'matrix' | 'versions'
  /** The address that refuses mails and is to be mended. */
  mend?: string
  /** The versions that are compared. */
  older?: string
  newer?: string
  /** The cursor after which the versions begin. */
  after?: string
}

/** Reads the address of the page. */
export function addressesSearch(search: Search): AddressesSearch {
  const view = textOf(search.view)
  return {
    test: textsOf(search.test),
    ...(view === 'matrix' || view === 'versions' ? { view } : {}),
    mend: textOf(search.mend),
    older: textOf(search.older),
    newer: textOf(search.newer),
    after: textOf(search.after),
  }
}

/** A version's number in an address; undefined where it is none. */
export const versionOf = (text = '') => (/^\d{1,9}$/.test(text) ? Number(text) : undefined)
