import { expect, it } from 'vitest'
import { dayOf, lastDays } from './days.ts'

const moment = Date.parse('2026-03-01T23:30:00Z')

it('begins a day when the zone does', () => {
  expect(dayOf(moment, 'Europe/Amsterdam')).toBe('2026-03-02')
  expect(dayOf(moment, 'America/New_York')).toBe('2026-03-01')
  expect(dayOf(moment, 'Nowhere/Atall')).toBe('2026-03-01')
})

it("has another today in each campaign's zone", () => {
  expect(lastDays(1, 'Europe/Amsterdam', moment)).toEqual({ first: '2026-03-02', last: '2026-03-02' })
  expect(lastDays(1, 'America/New_York', moment)).toEqual({ first: '2026-03-01', last: '2026-03-01' })
  expect(lastDays(30, 'Pacific/Kiritimati', moment)).toEqual({ first: '2026-02-01', last: '2026-03-02' })
})

it('counts today among the last days', () => {
  expect(lastDays(30, 'UTC', moment)).toEqual({ first: '2026-01-31', last: '2026-03-01' })
  expect(lastDays(1, 'UTC', moment)).toEqual({ first: '2026-03-01', last: '2026-03-01' })
})
