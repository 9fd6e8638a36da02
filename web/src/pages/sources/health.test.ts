import { describe, expect, it } from 'vitest'
import type { SourceHealthFragment } from './gql/graphql.ts'
import { healthOf } from './health.ts'

const well: SourceHealthFragment = {
  retired: false,
  retiredAt: null,
  createdAt: '2026-11-01T09:00:00Z',
  lastEventAt: '2026-11-25T14:03:00Z',
  silentSince: null,
  keepsTranscripts: false,
  api: null,
  refused: null,
  transcripts: { awaited: 0, failing: 0, problem: '' },
  eventCounts: [{ outcome: 'RECORDED', count: 12 }],
}

const said = (source: Partial<SourceHealthFragment>) => healthOf({ ...well, ...source }).map(({ about, tone }) => `${about} ${tone}`)

describe('of a source is said', () => {
  it('when it was heard of, where all is well', () => {
    expect(healthOf(well)).toEqual([{ tone: 'ok', about: 'heard', at: '2026-11-25T14:03:00Z' }])
  })

  it('that nothing has come yet', () => {
    expect(said({ lastEventAt: null, silentSince: '2026-11-01T09:00:00Z' })).toEqual(['never wait'])
  })

  it('since when it is silent', () => {
    expect(said({ silentSince: '2026-11-20T09:00:00Z' })).toEqual(['silent wait'])
  })

  it('what is wrong before what is well', () => {
    const wrong = said({
      keepsTranscripts: true,
      eventCounts: [{ outcome: 'NEEDS_ATTENTION', count: 2 }],
      transcripts: { awaited: 3, failing: 1, problem: 'The token was refused.' },
    })
    expect(wrong).toEqual(['noApi bad', 'attention bad', 'failing bad', 'awaited wait', 'heard ok'])
  })

  it('that something was refused, until the secret is right again', () => {
    const refused = { count: 2, lastAt: '2026-11-25T14:10:00Z', problem: 'no valid token' }
    expect(said({ refused })).toEqual(['refused bad', 'heard ok'])
    expect(said({ refused, lastEventAt: '2026-11-25T14:11:00Z' })).toEqual(['heard ok'])
  })

  it('nothing but that it was given up, of one that was', () => {
    expect(said({ retired: true, retiredAt: '2026-11-02T09:00:00Z', eventCounts: [{ outcome: 'NEEDS_ATTENTION', count: 2 }] })).toEqual([
      'retired wait',
    ])
  })
})
