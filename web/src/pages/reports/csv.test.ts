import { expect, it } from 'vitest'
import { csvOf } from './csv.ts'

const period = { first: '2026-11-01', last: '2026-11-30' }

it.each([
  { file: csvOf('ledger', period, []), address: 'csv/ledger?first=2026-11-01&last=2026-11-30' },
  {
    file: csvOf('report', period, ['a', 'b'], 'code'),
    address: 'csv/report?first=2026-11-01&last=2026-11-30&by=CODE&campaigns=a&campaigns=b',
  },
])('what is shown is in $address', ({ file, address }) => {
  expect(file).toBe(address)
})
