import { expect, it } from 'vitest'
import { secondsOf, split } from './durations.ts'

it.each([
  [0, 0, 'minutes'],
  [45, 45, 'seconds'],
  [90, 90, 'seconds'],
  [3600, 1, 'hours'],
  [5400, 90, 'minutes'],
  [86_400, 1, 'days'],
  [90_000, 25, 'hours'],
] as const)('%d seconds are %d %s', (seconds, amount, unit) => {
  expect(split(seconds)).toEqual({ amount, unit })
  expect(secondsOf(amount, unit)).toBe(seconds)
})

it('stays in the unit that somebody chose, as long as it is a whole number', () => {
  expect(split(7200, 'minutes')).toEqual({ amount: 120, unit: 'minutes' })
  expect(split(0, 'days')).toEqual({ amount: 0, unit: 'days' })
  expect(split(5400, 'hours')).toEqual({ amount: 90, unit: 'minutes' })
  expect(split(Number.NaN, 'hours')).toEqual({ amount: Number.NaN, unit: 'hours' })
})
