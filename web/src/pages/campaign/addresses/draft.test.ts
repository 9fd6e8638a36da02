import { describe, expect, it } from 'vitest'
import {
  addressesIn,
  asInput,
  changedRows,
  type Draft,
  disputedRows,
  isDraft,
  listIn,
  noDraft,
  replaced,
  settled,
  withList,
  withTyped,
} from './draft.ts'
import { type Item, itemOf, readList, textOfList } from './list.ts'
import { type Row, standard } from './table.ts'

const list = (text: string): readonly Item[] => readList(text).items
const row = (id: string, text: string, retired = false): Row => ({
  id,
  label: id,
  color: '',
  hint: '',
  goal: '',
  retired,
  saved: list(text),
  lost: 0,
})
const table = (lead: string, sale: string, last = 'front@x.example'): [Row, Row, Row, Row] => [
  row('lead', lead),
  row('sale', sale),
  row('old', 'old@x.example', true),
  row(standard, last),
]
const text = (draft: Draft, row: Row) => textOfList(listIn(draft, row))

describe('a draft', () => {
  const rows = table('a@x.example', 'b@x.example')
  const [lead, sale] = rows

  it('has only what differs', () => {
    const draft = withList(noDraft, lead, list('a@x.example; c@x.example'))
    expect(changedRows(draft, rows)).toEqual([lead])
    expect(text(draft, sale)).toBe('b@x.example')
    expect(isDraft(withList(draft, lead, list('a@x.example')), rows)).toBe(false)
  })

  it('has what is typed too, until it is an address', () => {
    const draft = withTyped(noDraft, lead.id, 'oops')
    expect(isDraft(draft, rows)).toBe(true)
    expect(isDraft(withTyped(draft, lead.id, ' '), rows)).toBe(false)
  })

  it('is the whole table for the API, less retired codes', () => {
    expect(asInput(withList(noDraft, sale, []), rows)).toEqual({
      standard: 'front@x.example',
      codes: [
        { code: 'lead', addresses: 'a@x.example' },
        { code: 'sale', addresses: '' },
      ],
    })
  })

  it('has others in the place of an address in all rows in use, each once', () => {
    const rows = table('a@x.example; dead@x.example; c@x.example', 'Dead@x.example; new@x.example', 'dead@x.example')
    const draft = replaced(noDraft, rows, 'dead@x.example', list('New <new@x.example>; more@x.example'))
    expect(rows.map((row) => text(draft, row))).toEqual([
      'a@x.example; New <new@x.example>; more@x.example; c@x.example',
      'more@x.example; new@x.example',
      'old@x.example',
      'New <new@x.example>; more@x.example',
    ])
    expect(text(replaced(noDraft, rows, 'dead@x.example', []), rows[3])).toBe('')
    expect(addressesIn(draft, rows)).toHaveLength(4)
  })
})

describe('what somebody else saves meanwhile', () => {
  const [lead] = table('a@x.example; b@x.example', 'c@x.example')
  const draft = withList(noDraft, lead, list('b@x.example; mine@x.example'))

  it('shows through where the draft changes nothing', () => {
    const rows = table('a@x.example; b@x.example', 'theirs@x.example')
    expect(disputedRows(draft, rows)).toEqual([])
    expect(asInput(draft, rows).codes).toEqual([
      { code: 'lead', addresses: 'b@x.example; mine@x.example' },
      { code: 'sale', addresses: 'theirs@x.example' },
    ])
  })

  it('is no question where both want the same', () => {
    const rows = table('mine@x.example; b@x.example', 'c@x.example')
    expect(disputedRows(draft, rows)).toEqual([])
    expect(isDraft(draft, rows)).toBe(false)
  })

  it.each([
    ['mine', 'b@x.example; mine@x.example'],
    ['theirs', 'a@x.example; b@x.example; theirs@x.example'],
    ['both', 'b@x.example; theirs@x.example; mine@x.example'],
  ] as const)('is a question where both changed a row: %s', (choice, becomes) => {
    const rows = table('a@x.example; b@x.example; theirs@x.example', 'c@x.example')
    expect(disputedRows(draft, rows)).toEqual([rows[0]])
    const after = settled(draft, rows[0], choice)
    expect(text(after, rows[0])).toBe(becomes)
    expect(disputedRows(after, rows)).toEqual([])
  })
})

it('writes names as people do', () => {
  expect(itemOf('Doe, Jane', 'jane@x.example').text).toBe('"Doe, Jane" <jane@x.example>')
})
