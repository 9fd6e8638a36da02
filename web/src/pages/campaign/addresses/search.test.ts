import { expect, it } from 'vitest'
import { parseSearch, writeSearch } from '../../../api/search.ts'
import { addressesSearch, versionOf } from './search.ts'

it('keeps the tried codes in the address', () => {
  const search = addressesSearch(parseSearch('test=DEMO&test=QUOTE%20%26%20more&view=versions&older=3&newer=5'))
  expect(search).toMatchObject({ test: ['DEMO', 'QUOTE & more'], view: 'versions', older: '3', newer: '5' })
  expect(writeSearch({ ...search })).toBe('?test=DEMO&test=QUOTE+%26+more&view=versions&older=3&newer=5')
})

it('takes what makes no sense for nothing', () => {
  expect(addressesSearch(parseSearch('view=map&test='))).toEqual({ test: [], mend: '', older: '', newer: '', after: '' })
  expect([versionOf('x'), versionOf(''), versionOf('-1'), versionOf('12')]).toEqual([undefined, undefined, undefined, 12])
})
