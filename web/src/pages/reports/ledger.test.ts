import { expect, it } from 'vitest'
import type { ReportsQuery } from './gql/graphql.ts'
import { boxesOf, statesOf } from './ledger.ts'

type Days = ReportsQuery['ledger']
const box = (state: Days[number]['boxes'][number]['state'], count: number, reason = '') => ({
  state,
  reason,
  count,
  filter: { reasons: [reason] },
})
const days: Days = [
  { finished: 5, boxes: [box('FAILED', 1), box('DELIVERED', 2), box('NOT_FORWARDED', 2, 'Standard is empty.')] },
  { finished: 4, boxes: [box('DELIVERED', 3), box('DELIVERED', 1, 'Rescued.')] },
]

it('puts the boxes of all days together, by state and reason', () => {
  expect(boxesOf(days).map(({ state, count, reason }) => `${count} ${state} ${reason}`.trim())).toEqual([
    '5 DELIVERED',
    '1 DELIVERED Rescued.',
    '1 FAILED',
    '2 NOT_FORWARDED Standard is empty.',
  ])
})

it('tells each state once', () => {
  expect(statesOf(boxesOf(days))).toEqual([
    { state: 'DELIVERED', count: 6 },
    { state: 'FAILED', count: 1 },
    { state: 'NOT_FORWARDED', count: 2 },
  ])
})
