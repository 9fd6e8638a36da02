import { expect, it } from 'vitest'
import { daysOf, lengthOf, periodBefore, periodOf, today } from './period.ts'
import { reportsSearch } from './search.ts'

const now = '2026-03-01'

it.each([
  { address: {}, first: '2026-01-31', last: '2026-03-01' },
  { address: { days: '7' }, first: '2026-02-23', last: '2026-03-01' },
  { address: { days: '8' }, first: '2026-01-31', last: '2026-03-01' },
  { address: { days: '7', from: '2026-01-02', to: '2026-01-05' }, first: '2026-01-02', last: '2026-01-05' },
  { address: { from: '2026-01-05', to: '2026-01-02' }, first: '2026-01-02', last: '2026-01-05' },
  { address: { from: '2026-01-05' }, first: '2026-01-05', last: '2026-01-05' },
  { address: { from: 'then', to: 'now' }, first: '2026-01-31', last: '2026-03-01' },
])('an address with $address is about $first to $last', ({ address, first, last }) => {
  expect(periodOf(reportsSearch(address), now)).toEqual({ first, last })
})

it('compares with as many days just before', () => {
  expect(periodBefore({ first: '2026-03-01', last: '2026-03-02' })).toEqual({ first: '2026-02-27', last: '2026-02-28' })
})

it('has each of its days, the last one too', () => {
  expect(daysOf({ first: '2026-02-27', last: '2026-03-01' })).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
  expect(lengthOf({ first: '2026-02-27', last: '2026-02-27' })).toBe(1)
})

it('begins today where the reader is', () => {
  expect(today(new Date(2026, 0, 2, 23, 59))).toBe('2026-01-02')
})
