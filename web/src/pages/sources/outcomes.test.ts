import { expect, it } from 'vitest'
import { outcomeOf } from './outcomes.ts'
import { eventsSearch } from './search.ts'

it.each([
  { outcome: 'needs_attention', means: 'NEEDS_ATTENTION' },
  { outcome: '', means: null },
  { outcome: 'toString', means: null },
])('reads $outcome as $means', ({ outcome, means }) => {
  expect(outcomeOf(eventsSearch({ outcome }))).toBe(means)
})
