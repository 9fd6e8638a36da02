import { expect, it } from 'vitest'
import { changesIn, isUnsaved, savedOf } from './drafts.ts'

const saved = savedOf({
  name: 'Winter shop',
  timeZone: 'Europe/Amsterdam',
  coverNumbers: true,
  goalSettings: { mode: 'AUTOMATIC', timeLimit: 3600, undoDelay: 5, unaddressed: 'STANDARD' },
  sendingLimits: { mailLimit: 500, operatorLimit: 50 },
})

it('saves no more than somebody changed', () => {
  expect(changesIn({ name: 'Winter shop', timeZone: 'UTC' }, saved.name)).toEqual({ timeZone: 'UTC' })
})

it('asks before what was typed is lost, in whatever section', () => {
  expect(isUnsaved({ cover: { coverNumbers: false } }, saved)).toBe(true)
  expect(isUnsaved({ name: {}, limits: { mailLimit: Number.NaN } }, saved)).toBe(true)
})

it('does not ask where nothing was typed, or what is saved already', () => {
  expect(isUnsaved({}, saved)).toBe(false)
  expect(isUnsaved({ name: { name: 'Winter shop' }, sending: {} }, saved)).toBe(false)
})
