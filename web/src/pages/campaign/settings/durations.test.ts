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
