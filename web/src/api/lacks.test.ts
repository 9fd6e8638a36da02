import { describe, expect, it } from 'vitest'
import { lacksOf, refusedIn } from './lacks.ts'

const address = (email: string, healthy?: boolean) => ({ email, health: healthy === undefined ? null : { healthy } })
const lists = (standard: ReturnType<typeof address>[], code: ReturnType<typeof address>[] = [], retired = false) => ({
  standard: { items: standard },
  codes: [{ code: { retired }, addresses: { items: code } }],
})
const all = { hasSource: true, hasStandard: true, hasCode: true }

describe('a campaign lacks', () => {
  it.each([
    { what: 'nothing, where all is there', check: all, addresses: lists([address('desk@example.com')]), lacks: [] },
    { what: 'what the check-list says', check: { ...all, hasCode: false }, addresses: lists([]), lacks: ['code'] },
    { what: 'a standard that takes mails', check: all, addresses: lists([address('desk@example.com', false)]), lacks: ['refused'] },
    { what: 'nothing for a retired code', check: all, addresses: lists([], [address('old@example.com', false)], true), lacks: [] },
    { what: 'nothing, where it is the sample', check: undefined, addresses: lists([]), lacks: [] },
    {
      what: 'everything at first',
      check: { hasSource: false, hasStandard: false, hasCode: false },
      addresses: lists([]),
      lacks: ['source', 'standard', 'code'],
    },
  ])('$what', ({ check, addresses, lacks }) => expect(lacksOf(check, addresses)).toEqual(lacks))
})

it('tells each refused address once', () => {
  const bad = address('a@example.com', false)
  expect(refusedIn(lists([bad, address('b@example.com', true), address('c@example.com')], [bad]))).toEqual([bad])
})
