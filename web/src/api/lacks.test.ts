import { expect, it } from 'vitest'
import { lacksOf, refusedIn } from './lacks.ts'

it('tells what is missing, what matters most first', () => {
  expect(lacksOf({ hasCode: false, hasStandard: false, hasSource: false })).toEqual(['source', 'standard', 'code'])
  expect(lacksOf({ hasCode: false, hasStandard: true, hasSource: true })).toEqual(['code'])
  expect(lacksOf({ hasCode: true, hasStandard: true, hasSource: true })).toEqual([])
})

it('tells nothing of a sample, which is on no check-list', () => expect(lacksOf(undefined)).toEqual([]))

it('tells each refused address once, and none of a retired code', () => {
  const address = (email: string, healthy?: boolean) => ({ email, health: healthy === undefined ? null : { healthy } })
  const list = (retired: boolean, ...items: ReturnType<typeof address>[]) => ({ code: { retired }, addresses: { items } })
  const bad = address('bad@example.com', false)
  expect(
    refusedIn({
      standard: { items: [bad, address('good@example.com', true), address('new@example.com')] },
      codes: [list(false, bad), list(true, address('old@example.com', false))],
    }),
  ).toEqual([bad])
})
