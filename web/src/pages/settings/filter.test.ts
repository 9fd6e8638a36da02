import { describe, expect, it } from 'vitest'
import { fileOf, filterOf } from './filter.ts'
import { auditSearch } from './search.ts'

describe('the address of the audit log', () => {
  it('means all of it where it says nothing', () => {
    expect(filterOf(auditSearch({}))).toEqual({})
    expect(fileOf(auditSearch({}))).toBe('csv/audit')
  })

  it('has the last day within', () => {
    const search = auditSearch({ from: '2026-07-01', to: '2026-07-31' })
    const at = { from: new Date(2026, 6, 1).toISOString(), to: new Date(2026, 7, 1).toISOString() }
    expect(filterOf(search)).toEqual({ at })
    expect(fileOf(search)).toBe(`csv/audit?${new URLSearchParams({ atFrom: at.from, atTo: at.to })}`)
  })

  it('passes over what is no day and no sort of somebody', () => {
    expect(filterOf(auditSearch({ from: 'yesterday', to: '2026-99-99', by: 'toString' }))).toEqual({})
  })

  it('names who and what', () => {
    expect(filterOf(auditSearch({ by: 'token', actor: 'one', object: 'two' }))).toEqual({ actorKind: 'TOKEN', actor: 'one', object: 'two' })
  })
})
