import type { Stretch } from '../ui/covers.ts'
import type { PanelPartsFragment } from './gql/graphql.ts'

/** The operator's part, as it is on the screen. */
export interface Draft {
  /** The labels of the codes that were picked; null leaves the vendor's as they are. */
  codes: string[] | null
  /** Addresses added by hand. */
  extra: string[]
  note: string
  urgent: boolean
  /** Keys of the messages that the mail begins with. */
  starred: string[]
  covered: Stretch[]
  /** Suggested covers that were lifted. */
  lifted: Stretch[]
}

/** A part of the draft. */
export type Field = keyof Draft

/** The draft of somebody who has written nothing. */
export const emptyDraft: Draft = { codes: null, extra: [], note: '', urgent: false, starred: [], covered: [], lifted: [] }

/** What the server has. */
export function draftOf({ codes, extraAddresses, note, urgent, starred, covered, lifted }: PanelPartsFragment['submission']): Draft {
  return {
    codes,
    extra: extraAddresses.map((address) => address.text),
    note,
    urgent,
    starred,
    covered: covered.map(bare),
    lifted: lifted.map(bare),
  }
}

const bare = ({ message, start, end }: Stretch): Stretch => ({ message, start, end })

/** What the API takes: extra addresses are typed. */
export function inputOf({ extra, ...draft }: Draft) {
  return { ...draft, extraAddresses: extra.join('; ') }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Whether a field is the same. The server cuts the blanks around a note, and nobody's typing is to be cut. */
function sameField(field: Field, a: Draft, b: Draft): boolean {
  return field === 'note' ? a.note.trim() === b.note.trim() : same(a[field], b[field])
}

const fields = Object.keys(emptyDraft) as Field[]

/** Whether there is nothing to be saved. */
export const sameDraft = (a: Draft, b: Draft) => fields.every((field) => sameField(field, a, b))

/** What becomes of a draft when the server tells what it has now. */
export interface Merged {
  draft: Draft
  /** What both have changed, and each to something else. It stays as it is here. */
  clashes: Field[]
}

/**
 * Brings together what two people wrote. What was not touched here since `base` follows the server; what was stays. In lists each
 * addition and each removal counts for itself, so that two people can add an address each.
 */
export function merge(base: Draft, mine: Draft, theirs: Draft): Merged {
  const untouched = (field: Field) => sameField(field, base, mine)
  const clashes = fields.filter(
    (field) => !isList(field) && !untouched(field) && !sameField(field, base, theirs) && !sameField(field, mine, theirs),
  )
  return {
    draft: {
      codes: untouched('codes') ? theirs.codes : mine.codes,
      note: untouched('note') && base.note !== theirs.note && mine.note.trim() !== theirs.note ? theirs.note : mine.note,
      urgent: untouched('urgent') ? theirs.urgent : mine.urgent,
      extra: mergeList(base.extra, mine.extra, theirs.extra),
      starred: mergeList(base.starred, mine.starred, theirs.starred),
      covered: mergeList(base.covered, mine.covered, theirs.covered),
      lifted: mergeList(base.lifted, mine.lifted, theirs.lifted),
    },
    clashes,
  }
}

const isList = (field: Field) => Array.isArray(emptyDraft[field])

function mergeList<Item>(base: Item[], mine: Item[], theirs: Item[]): Item[] {
  if (same(base, mine)) return theirs
  const has = (list: Item[], item: Item) => list.some((other) => same(other, item))
  const added = mine.filter((item) => !has(base, item) && !has(theirs, item))
  return [...theirs.filter((item) => has(mine, item) || !has(base, item)), ...added]
}
