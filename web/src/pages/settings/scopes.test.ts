import { expect, it } from 'vitest'
import { endOf, scopesToGive } from './scopes.ts'

it('offers no more than one may oneself', () => {
  expect(scopesToGive((permission) => permission === 'FOLLOW_UP', false)).toEqual(['FOLLOW_UP'])
})

it("offers nothing of the whole account's to a token for some campaigns", () => {
  expect(scopesToGive(() => true, true)).toEqual(['FOLLOW_UP', 'CAMPAIGN'])
})

it('ends a token with its last day, wherever that is', () => {
  expect(endOf('2026-12-31')).toBe(new Date(2027, 0, 1).toISOString())
  expect(endOf('')).toBeUndefined()
})
