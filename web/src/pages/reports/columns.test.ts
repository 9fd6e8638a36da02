import { expect, it } from 'vitest'
import { columnsFor } from './columns.ts'
import { numbersFor } from './numbers.ts'

it('tells of mails by address only', () => {
  const names = (by: 'code' | 'address') => columnsFor(by, numbersFor('en')).map(({ name }) => name)
  expect(names('code')).not.toContain('mails')
  expect(names('address')).toEqual(expect.arrayContaining(['mails', 'mails.refused', ...names('code')]))
})
