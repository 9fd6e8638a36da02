import { describe, expect, it } from 'vitest'
import { clock, stretchOf } from './time.ts'

describe('a moment', () => {
  const now = new Date(2026, 6, 1, 16, 0)
  it('is a time today', () => expect(clock(new Date(2026, 6, 1, 9, 5).toISOString(), 'nl', now)).toBe('09:05'))
  it('has its day on another', () => expect(clock(new Date(2026, 5, 30, 9, 5).toISOString(), 'nl', now)).toContain('30 jun 2026'))
})

describe('a length of time', () => {
  it.each([
    { seconds: 0, shown: '0:00' },
    { seconds: 65, shown: '1:05' },
    { seconds: 600, shown: '10:00' },
    { seconds: 4205, shown: '1:10:05' },
  ])('is $shown', ({ seconds, shown }) => expect(stretchOf(seconds)).toBe(shown))
})
