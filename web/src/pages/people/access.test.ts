import { describe, expect, it } from 'vitest'
import { accessInput, accessOf, invitationInput, isIncomplete, isSame } from './access.ts'

describe('access', () => {
  it('to some campaigns is a limit', () => {
    const access = accessOf({ role: 'OPERATOR', campaigns: [{ id: 'one' }] })
    expect(accessInput(access)).toEqual({ role: 'OPERATOR', campaigns: ['one'] })
    expect(invitationInput(access)).toEqual({ role: 'OPERATOR', campaigns: ['one'] })
  })

  it('to all campaigns lifts the limit that there was', () => {
    expect(accessInput(accessOf({ role: 'VIEWER', campaigns: null }))).toEqual({ role: 'VIEWER', allCampaigns: true })
    expect(invitationInput({ role: 'VIEWER', campaigns: null })).toEqual({ role: 'VIEWER' })
  })

  it('of an owner is never limited, whatever was chosen before', () => {
    expect(accessInput({ role: 'OWNER', campaigns: ['one'] })).toEqual({ role: 'OWNER' })
    expect(invitationInput({ role: 'OWNER', campaigns: ['one'] })).toEqual({ role: 'OWNER' })
  })
})

it('is the same in whatever order the campaigns are, and for an owner whatever they are', () => {
  expect(isSame({ role: 'VIEWER', campaigns: ['a', 'b'] }, { role: 'VIEWER', campaigns: ['b', 'a'] })).toBe(true)
  expect(isSame({ role: 'OWNER', campaigns: ['a'] }, { role: 'OWNER', campaigns: null })).toBe(true)
  expect(isSame({ role: 'VIEWER', campaigns: ['a'] }, { role: 'VIEWER', campaigns: null })).toBe(false)
  expect(isIncomplete({ role: 'VIEWER', campaigns: [] })).toBe(true)
  expect(isIncomplete({ role: 'OWNER', campaigns: [] })).toBe(false)
})
