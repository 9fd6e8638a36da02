import { has, type Item, itemOf, joined, keyOf, sameList, textOfList, without } from './list.ts'
import { type Row, standard } from './table.ts'

/** What was done to a row: the list that it was done to, and what it makes of it. */
export interface RowChange {
  was: readonly Item[]
  now: readonly Item[]
}

/** A table that is not saved yet: what differs from the saved one, row by row, so that others may save other rows meanwhile. */
export interface Draft {
  /** The version that was there when the draft was begun, or when somebody took note of a newer one; 0 for no draft. */
  since: number
  changes: Readonly<Record<string, RowChange>>
  /** What stands in the fields and is no address yet, by row. */
  typed: Readonly<Record<string, string>>
}

export const noDraft: Draft = { since: 0, changes: {}, typed: {} }

/** The list of a row, as the draft has it. */
export const listIn = (draft: Draft, { id, saved }: Row): readonly Item[] => draft.changes[id]?.now ?? saved

/** The list of a row becomes this one. */
export function withList(draft: Draft, row: Row, now: readonly Item[]): Draft {
  const { [row.id]: change, ...others } = draft.changes
  const was = change?.was ?? row.saved
  return { ...draft, changes: sameList(was, now) ? others : { ...others, [row.id]: { was, now } } }
}

/** This stands in the field of a row. */
export function withTyped(draft: Draft, id: string, text: string): Draft {
  const { [id]: _, ...others } = draft.typed
  return { ...draft, typed: text.trim() === '' ? others : { ...others, [id]: text } }
}

/** The rows that the draft would save otherwise than they are. */
export const changedRows = (draft: Draft, rows: readonly Row[]): Row[] => rows.filter((row) => !sameList(listIn(draft, row), row.saved))

/** The rows that somebody else has saved otherwise since the draft changed them: a person has to choose. */
export const disputedRows = (draft: Draft, rows: readonly Row[]): Row[] =>
  changedRows(draft, rows).filter(({ id, saved }) => {
    const change = draft.changes[id]
    return change !== undefined && !sameList(change.was, saved)
  })

/** Whether anything would be lost with the draft. */
export const isDraft = (draft: Draft, rows: readonly Row[]) => changedRows(draft, rows).length > 0 || Object.keys(draft.typed).length > 0

/** What can become of a row that two people have changed. */
export type Choice = 'mine' | 'theirs' | 'both'

/** The list that a choice makes: theirs with what the draft added and removed, where it is both. */
export function listOf(choice: Choice, { saved }: Row, { was, now }: RowChange): readonly Item[] {
  if (choice !== 'both') return choice === 'mine' ? now : saved
  const kept = saved.filter((item) => !has(was, item.email) || has(now, item.email))
  return joined(
    kept,
    now.filter((item) => !has(was, item.email)),
  )
}

/** Settles a row that two people have changed. */
export function settled(draft: Draft, row: Row, choice: Choice): Draft {
  const { [row.id]: change, ...others } = draft.changes
  if (!change) return draft
  const now = listOf(choice, row, change)
  return { ...draft, changes: sameList(now, row.saved) ? others : { ...others, [row.id]: { was: row.saved, now } } }
}

/** In every row in use that has the address, others come in its place: none takes it out. */
export function replaced(draft: Draft, rows: readonly Row[], email: string, by: readonly Item[]): Draft {
  return rowsWith(draft, rows, email).reduce((draft, row) => {
    const list = listIn(draft, row)
    const at = list.findIndex((item) => keyOf(item) === email.toLowerCase())
    const others = by.filter((item) => !has(without(list, email), item.email))
    return withList(draft, row, [...list.slice(0, at), ...others, ...list.slice(at + 1)])
  }, draft)
}

/** The rows in use that have the address. */
export const rowsWith = (draft: Draft, rows: readonly Row[], email: string) =>
  rows.filter((row) => !row.retired && has(listIn(draft, row), email))

/** The addresses of all rows in use, each once, in the order in which they come. */
export function addressesIn(draft: Draft, rows: readonly Row[]): Item[] {
  return joined(
    [],
    rows.filter(({ retired }) => !retired).flatMap((row) => listIn(draft, row).map(({ name, email }) => itemOf(name, email))),
  )
}

/** The whole table as the API takes it, of a draft or as it is saved. Retired codes keep their lists. */
export function asInput(draft: Draft, rows: readonly Row[]) {
  const list = (row: Row) => textOfList(listIn(draft, row))
  const last = rows.find(({ id }) => id === standard)
  return {
    standard: last ? list(last) : '',
    codes: rows.filter(({ id, retired }) => id !== standard && !retired).map((row) => ({ code: row.id, addresses: list(row) })),
  }
}
