import { describe, expect, it } from 'vitest'
import { hearTime, serverNow } from './clock.ts'

describe("the server's time", () => {
  it('is known to half a second, and to less with every answer that disagrees', () => {
    const here = Date.UTC(2026, 6, 1, 9, 0, 0, 0)
    hearTime('Wed, 01 Jul 2026 09:05:00 GMT', here)
    expect(serverNow(here) - here).toBe(5 * 60_000 + 500)
    hearTime('Wed, 01 Jul 2026 09:05:01 GMT', here + 400)
    expect(serverNow(here) - here).toBe(5 * 60_000 + 1100)
  })

  it('stays what it was without a date', () => {
    const before = serverNow(0)
    hearTime(null, 0)
    hearTime('soon', 0)
    expect(serverNow(0)).toBe(before)
  })
})
