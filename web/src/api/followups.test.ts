import { describe, expect, it } from 'vitest'
import { dayAfter, type FollowUpsMeant, filterOf, followUpsSearch, linkTo } from './followups.ts'
import { parseSearch, writeSearch } from './search.ts'

const through = (meant: FollowUpsMeant) => filterOf(followUpsSearch(parseSearch(writeSearch({ ...linkTo(meant) }))))

const nothing = through({})

describe('the address of a list of follow-ups', () => {
  it.each<[string, FollowUpsMeant]>([
    ['states', { states: ['SENT', 'DELIVERED'] }],
    ['a state without a reason', { states: ['QUEUED'], reasons: [''] }],
    ['reasons', { reasons: ['rescued', '~odd'] }],
    ['one campaign, code and goal', { campaigns: ['c1'], codes: ['k1'], goals: ['g1'] }],
    ['several of them', { campaigns: ['c1', 'c2'], codes: ['k1', 'k2'], goals: ['g1', 'g2'] }],
    ['what has no code', { coded: false, converted: false }],
    ['what has one', { coded: true, converted: true }],
    ['marks', { urgent: true, late: true }],
    ['nobody as the operator', { operators: [''] }],
    ['an operator whose name is a number', { operators: ['42', 'Dana K.'] }],
    ['who pressed OK', { submittedBy: ['Dana & Co. = ~'] }],
    ['addresses', { addresses: ['a+b@example.com'] }],
    ['days', { days: { first: '2026-07-01', last: '2026-07-31' } }],
    ['a time', { received: { from: '2026-07-01T09:30:00Z', to: null }, closed: { from: null, to: '2026-07-01T09:30:00.123456Z' } }],
    ['a search', { search: '#12 & more' }],
  ])('says %s', (_, meant) => {
    expect(through(meant)).toEqual({ ...nothing, ...meant })
  })

  it('is empty for all of them', () => {
    expect(writeSearch({ ...linkTo({ states: null, days: null, coded: null }) })).toBe('')
  })

  it('limits nothing by what nobody could mean', () => {
    expect(filterOf(followUpsSearch(parseSearch('state=lost&coded=perhaps&from=soon&closedFrom=x&page=7')))).toEqual(nothing)
  })

  it('may leave one end of the days open', () => {
    expect(filterOf({ from: '2026-07-01' }).days).toEqual({ first: '2026-07-01', last: '2027-08-05' })
    expect(filterOf({ to: '2026-07-01' }).days).toEqual({ first: '2025-05-27', last: '2026-07-01' })
  })
})

it('knows the days of the calendar', () => {
  expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29')
  expect(dayAfter('2026-01-01', -1)).toBe('2025-12-31')
})
