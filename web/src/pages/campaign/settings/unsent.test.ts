import { expect, it } from 'vitest'
import { unsent } from './unsent.ts'

it('keeps what was typed while the rest was being saved', () => {
  const sent = { name: 'Winter', timeZone: 'UTC' }
  expect(unsent({ name: 'Winter shop', timeZone: 'UTC' }, sent)).toEqual({ name: 'Winter shop' })
  expect(unsent<{ name: string; mailLimit: number }>({ name: 'Winter', mailLimit: 3 }, { name: 'Winter' })).toEqual({ mailLimit: 3 })
  expect(unsent(sent, sent)).toEqual({})
})
