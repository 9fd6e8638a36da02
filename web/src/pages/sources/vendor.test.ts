import { expect, it } from 'vitest'
import { freeName, inOrder } from './vendor.ts'

it.each([
  { taken: [], name: 'Chatwoot' },
  { taken: ['chatwoot'], name: 'Chatwoot 2' },
  { taken: ['Chatwoot 2', 'Chatwoot'], name: 'Chatwoot 3' },
])('names a source $name beside $taken', ({ taken, name }) => {
  expect(freeName('Chatwoot', taken)).toBe(name)
})

it('offers what the server can read, the best known first and those of extensions last', () => {
  expect(inOrder(['zeta', 'postchat', 'acme', 'rocketchat'])).toEqual(['rocketchat', 'postchat', 'acme', 'zeta'])
})
