import { expect, it } from 'vitest'
import { followUpStates } from '../../api/followups.ts'
import { countOf, figures, statesOf } from './figures.ts'

it('counts every state once', () => {
  expect(figures.flatMap((figure) => statesOf[figure]).sort()).toEqual([...followUpStates].sort())
})

it('adds up', () => {
  const counts = followUpStates.map((state, at) => ({ state, count: 2 ** at }))
  const [all, ...parts] = figures.map((figure) => countOf(figure, counts))
  expect(all).toBe(2 ** followUpStates.length - 1)
  expect(parts.reduce((sum, count) => sum + count, 0)).toBe(all)
  expect(countOf('failed', [])).toBe(0)
})
