import { describe, expect, it } from 'vitest'
import { inputOf, type Rule, raised, sameRules, withAnother } from './rules.ts'

const page: Rule = { key: 0, field: 'PAGE', value: 'shop.example/nl', campaign: 'one' }
const tag: Rule = { key: 4, field: 'TAG', value: 'vip', campaign: 'two' }

describe('rules', () => {
  it('are raised by one place, as far as there is one', () => {
    expect(raised([page, tag], 1)).toEqual([tag, page])
    expect(raised([page, tag], 0)).toEqual([page, tag])
    expect(raised([page, tag], 2)).toEqual([page, tag])
  })

  it('get another one at the end, with a key of its own', () => {
    expect(withAnother([page, tag], 'two').at(-1)).toEqual({ key: 5, field: 'PAGE', value: '', campaign: 'two' })
    expect(withAnother([], 'two')).toHaveLength(1)
  })

  it('are the same where they say the same, in the same order', () => {
    expect(sameRules([page], [{ ...page, key: 9 }])).toBe(true)
    expect(sameRules([page, tag], [tag, page])).toBe(false)
    expect(inputOf([tag])).toEqual([{ field: 'TAG', value: 'vip', campaign: 'two' }])
  })
})
