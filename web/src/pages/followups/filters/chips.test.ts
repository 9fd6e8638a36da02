import { expect, it } from 'vitest'
import { followUpsSearch } from '../../../api/followups.ts'
import shared from '../../../messages/en.json' with { type: 'json' }
import { wordsOf } from '../../../messages/messages.ts'
import { chipsOf, unlimited } from './chips.ts'
import words from './words/en.json' with { type: 'json' }

const { t } = wordsOf('en', { ...shared, ...words })
const campaigns = [{ id: 'c1', name: 'Bicycles', goals: [{ id: 'g1', name: 'Sales' }], successCodes: [{ id: 'k1', label: 'lead' }] }]
const chips = (search: Parameters<typeof chipsOf>[0]) => chipsOf(search, campaigns, t, (at) => at)

it('says what limits the inbox, by the names that people gave', () => {
  const search = { campaign: ['c1'], code: ['k1', 'gone'], goal: ['g1'], coded: 'no', operator: ['~', '~~x'], from: '2026-07-01' }
  expect(chips(search).map(({ text }) => text)).toEqual([
    'Campaign: Bicycles',
    'Goal: Sales',
    'Code: lead',
    'Code: gone',
    'Without a code',
    'Without an operator',
    'Operator: ~x',
    'From 2026-07-01',
  ])
})

it('takes each away, and leaves the others', () => {
  expect(chips({ code: ['k1', 'k2'] }).map(({ without }) => without)).toEqual([{ code: ['k2'] }, { code: ['k1'] }])
  expect(chips({ urgent: 'yes' })[0]?.without).toEqual({ urgent: '' })
})

it('says states where they have no tab of their own', () => {
  expect(chips({ state: ['failed'] })).toEqual([])
  expect(chips({ state: ['sent', 'delivered'] }).map(({ text }) => text)).toEqual(['Sent', 'Delivered'])
})

it('can take all of it away at once', () => {
  const { q, state, ...limits } = followUpsSearch({})
  expect(Object.keys(unlimited).sort()).toEqual(Object.keys(limits).sort())
})
