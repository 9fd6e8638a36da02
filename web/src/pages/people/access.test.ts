import { describe, expect, it } from 'vitest'
import { accessInput, accessOf, invitationInput } from './access.ts'

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
