import { describe, expect, it } from 'vitest'
import { heardOf } from './waiting.ts'

const event = { id: 'one', type: 'closed', outcome: 'TEST' as const, problem: '', receivedAt: '2026-11-25T14:03:00Z', chat: null }
const other = { type: 'message_created', count: 2, lastAt: '2026-11-25T14:05:00Z' }
const refused = { count: 1, lastAt: '2026-11-25T14:04:00Z', problem: 'no valid token' }
const how = (heard: Partial<Parameters<typeof heardOf>[0]>) => heardOf({ events: { nodes: [] }, ignored: [], refused: null, ...heard }).how

describe('of the vendor was heard', () => {
  it('nothing yet', () => {
    expect(how({})).toBe('nothing')
  })

  it('an event, which says more than what came beside it', () => {
    expect(how({ events: { nodes: [event] }, ignored: [other] })).toBe('event')
    expect(how({ ignored: [other] })).toBe('ignored')
  })

  it('what was refused, where nothing else came since', () => {
    expect(how({ refused })).toBe('refused')
    expect(how({ refused, events: { nodes: [event] } })).toBe('refused')
    expect(how({ refused, ignored: [other] })).toBe('ignored')
  })
})
