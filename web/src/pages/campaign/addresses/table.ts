import type { AddressesQuery, SavedListFragment, SavedTableFragment } from './gql/graphql.ts'
import { type Item, keyOf } from './list.ts'

/** The row of chats without a code. Codes are rows by their ids. */
export const standard = 'standard'

export type CampaignTable = NonNullable<AddressesQuery['campaign']>
export type Health = NonNullable<SavedListFragment['items'][number]['health']>

/** A row of the table as it is saved. */
export interface Row {
  /** A code's id, or `standard`. */
  id: string
  /** The code's label; empty for standard. */
  label: string
  color: string
  hint: string
  goal: string
  retired: boolean
  saved: readonly Item[]
  /** How many chats of the last 30 days went to nobody because nobody stands in the row. */
  lost: number
}

/** The rows in the order of the campaign's goals, those without a goal after them, each goal's in the order of the codes; standard last. */
export function rowsOf({ goals, followUpAddresses, addressHoles }: CampaignTable): Row[] {
  const lost = new Map(addressHoles.map(({ code, chats }) => [code?.id ?? standard, chats]))
  const place = new Map(goals.map(({ id }, at) => [id, at]))
  const rank = ({ goal }: SavedTableFragment['codes'][number]['code']) => place.get(goal?.id ?? '') ?? goals.length
  const codes = [...followUpAddresses.codes].sort((a, b) => rank(a.code) - rank(b.code))
  return [
    ...codes.map(({ code, addresses }) => ({
      id: code.id,
      label: code.label,
      color: code.color,
      hint: code.hint,
      goal: code.goal?.name ?? '',
      retired: code.retired,
      saved: itemsOf(addresses),
      lost: lost.get(code.id) ?? 0,
    })),
    {
      id: standard,
      label: '',
      color: '',
      hint: '',
      goal: '',
      retired: false,
      saved: itemsOf(followUpAddresses.standard),
      lost: lost.get(standard) ?? 0,
    },
  ]
}

const itemsOf = ({ items }: SavedListFragment): Item[] => items.map(({ name, email, text }) => ({ name, email, text }))

/** The id of the field in which a row's addresses are typed. */
export const fieldOf = ({ id }: Row) => `addresses-${id}`

/** What is known of the addresses of a table, by what makes them the same. */
export function healthOf({ standard, codes }: SavedTableFragment): Map<string, Health> {
  const known = new Map<string, Health>()
  for (const { items } of [standard, ...codes.map(({ addresses }) => addresses)]) {
    for (const item of items) if (item.health) known.set(keyOf(item), item.health)
  }
  return known
}
