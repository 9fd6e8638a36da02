import { describe, expect, it } from 'vitest'
import type { Acted } from './Act.tsx'
import { everybody, heldBack, missingOf, those, waits } from './who.ts'

type State = Acted['receipt'][number]['state']

const receipt = (
  [
    ['a@example.com', 'BOUNCED'],
    ['b@example.com', 'DELIVERED'],
    ['a@example.com', 'FAILED'],
    ['c@example.com', 'HELD'],
    ['d@example.com', 'COMPLAINED'],
    ['e@example.com', 'BOUNCED'],
    ['e@example.com', 'ACCEPTED'],
  ] satisfies [string, State][]
).map(([email, state], at) => ({ id: `${at}`, state, words: '', createdAt: `2026-07-01T09:0${at}:00Z`, recipient: { name: '', email } }))

describe('a follow-up that is sent again', () => {
  it('goes to all who were mailed, each once', () => {
    expect(everybody({ receipt })).toEqual(['a@example.com', 'b@example.com', 'c@example.com', 'd@example.com', 'e@example.com'])
  })

  it('goes to those whose mail was refused or given up, but for who has had a later one', () => {
    expect(those({ receipt })).toEqual(['a@example.com'])
  })
})

it('is released to those whose mails are held', () => {
  expect(heldBack({ receipt })).toEqual(['c@example.com'])
})

it('lacks whoever has had no mail, or none that was taken', () => {
  const recipients = ['a@example.com', 'b@example.com', 'new@example.com'].map((email) => ({ address: { email } }))
  expect(missingOf({ receipt }, { recipients }).map(({ address }) => address.email)).toEqual(['a@example.com', 'new@example.com'])
})

it('waits until it was routed', () => {
  expect(waits({ state: 'AWAITING_OK' })).toBe(true)
  expect(waits({ state: 'NOT_FORWARDED' })).toBe(false)
})
