import { describe, expect, it } from 'vitest'
import { type Code, changesOf, codesSeen, draftOf, type GoalsCampaign, newDraft, opened, sameKey, sameLabel } from './board.ts'

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
  it('what is saved while a goal is named', () => expect(labels({ goal: '' })).toEqual(['lead', 'sale']))
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
