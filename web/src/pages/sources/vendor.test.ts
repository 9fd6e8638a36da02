import { expect, it } from 'vitest'
import { freeName } from './vendor.ts'

it.each([
  { taken: [], name: 'Chatwoot' },
  { taken: ['chatwoot'], name: 'Chatwoot 2' },
  { taken: ['Chatwoot 2', 'Chatwoot'], name: 'Chatwoot 3' },
])('names a source $name beside $taken', ({ taken, name }) => {
  expect(freeName('Chatwoot', taken)).toBe(name)
})
