import { describe, expect, it } from 'vitest'
import {
  type Code,
  changesOf,
  codesSeen,
  draftOf,
  type GoalsCampaign,
  isUnsaved,
  named,
  newDraft,
  opened,
  sameKey,
  sameLabel,
} from './board.ts'

const code = (id: string, label: string, hotKey = '', retired = false): Code => ({
  id,
  label,
  hotKey,
  retired,
  goal: null,
  hint: '',
  color: '',
  retiredAt: null,
})
const codes = [code('1', 'lead', '1'), code('2', 'sale', '2'), code('3', 'Old', '3', true)]
const campaign = { successCodes: codes } as GoalsCampaign
const lead = draftOf(codes[0] as Code)

describe('operators see', () => {
  const labels = (open: Parameters<typeof codesSeen>[0]['open']) => codesSeen({ campaign, open }).map(({ label }) => label)
  it('the codes in use', () => expect(labels(null)).toEqual(['lead', 'sale']))
  it('what is being typed in place of what is saved', () => expect(labels(opened({ ...lead, label: 'hot' }))).toEqual(['hot', 'sale']))
  it('a new code after the others', () => expect(labels(opened({ ...newDraft(''), label: 'new' }))).toEqual(['lead', 'sale', 'new']))
  it('what is saved while a goal is named', () => expect(labels(named())).toEqual(['lead', 'sale']))
})

describe('a code clashes', () => {
  it('with one of the same label, also a retired one', () => {
    expect(sameLabel({ ...lead, label: ' SALE' }, codes)?.id).toBe('2')
    expect(sameLabel({ ...lead, label: 'old' }, codes)?.id).toBe('3')
    expect(sameLabel({ ...lead, label: 'Lead' }, codes)).toBeUndefined()
  })
  it('with one in use of the same key', () => {
    expect(sameKey({ ...lead, hotKey: '2' }, codes)?.id).toBe('2')
    expect(sameKey({ ...lead, hotKey: '3' }, codes)).toBeUndefined()
    expect(sameKey({ ...lead, hotKey: '' }, codes)).toBeUndefined()
  })
})

it('saves no more of a code than somebody changed', () => {
  expect(changesOf({ ...lead, hint: 'Soon', goal: 'g' }, lead)).toEqual({
    after: { hint: 'Soon', goal: 'g' },
    before: { hint: '', goal: '' },
  })
  expect(changesOf(lead, lead)).toEqual({ after: {}, before: {} })
})

describe('leaving asks', () => {
  const sales = { id: 'g', name: 'Sales' }
  const asks = (open: Parameters<typeof isUnsaved>[1]) => isUnsaved({ goals: [sales], successCodes: codes }, open)
  const changed = (draft: typeof lead) => ({ code: { ...draft, hint: 'Soon' }, base: draft })
  it('not where nothing is open', () => expect(asks(null)).toBe(false))
  it('not where nothing was changed, or changed back', () => {
    expect([opened(lead), opened(newDraft('g')), named(), named(sales)].map(asks)).toEqual([false, false, false, false])
  })
  it('where a code or the name of a goal was changed', () => {
    const drafts = [changed(lead), changed(newDraft('g')), { ...named(), name: 'S' }, { ...named(sales), name: 'S' }]
    expect(drafts.map(asks)).toEqual([true, true, true, true])
  })
  it('not about what somebody else retired or deleted meanwhile', () => {
    expect(asks(changed(draftOf(codes[2] as Code)))).toBe(false)
    expect(asks({ ...named({ id: 'gone', name: 'Gone' }), name: 'S' })).toBe(false)
  })
})
