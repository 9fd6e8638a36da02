import { describe, expect, it } from 'vitest'
import { before, type Campaign, type Code, changed, isUnsaved, mailOf, placed, previewField, without } from './draft.ts'
import { madeUp, mailSearch } from './search.ts'

const none = { subject: null, intro: null, footer: null, senderName: null, replyTo: null, language: null, timeZone: null }
const stored = { subject: 'Chat', intro: '', footer: 'Bye', senderName: '', replyTo: '', language: 'EN', timeZone: '' } as const
const lead: Code = { id: 'lead', label: 'Lead', retired: false, mailSettings: { ...none, intro: 'A lead' } }
const sale: Code = { id: 'sale', label: 'Sale', retired: false, mailSettings: none }
const campaign: Campaign = { id: 'site', name: 'Site', timeZone: 'UTC', mailSettings: stored, successCodes: [lead, sale] }

describe('a draft', () => {
  it('changes only what is otherwise than stored', () => {
    expect(changed(stored, { subject: 'Chat', footer: '' })).toEqual({ footer: '' })
  })

  it('is undone by what was stored before', () => {
    expect(before(stored, { footer: '' })).toEqual({ footer: 'Bye' })
  })

  it('keeps what was typed while it was being saved', () => {
    expect(without({ subject: 'New!', footer: '' }, { subject: 'New', footer: '' })).toEqual({ subject: 'New!' })
  })
})

it('is unsaved where a draft of it, or of a code, is otherwise than stored', () => {
  expect(isUnsaved(campaign, { '': { subject: 'Chat' }, lead: { intro: 'A lead' } })).toBe(false)
  expect(isUnsaved(campaign, { lead: { intro: null } })).toBe(true)
})

describe('a placeholder', () => {
  it('takes the place of what is selected, and the caret is after it', () => {
    expect(placed('Hi all there', 3, 6, 'visitor')).toEqual({ text: 'Hi {visitor} there', caret: 12 })
  })
})

describe('the mail of the preview', () => {
  it('is that of a chat, as it would be with what is typed', () => {
    const drafts = { '': { subject: 'New', footer: 'Bye' }, lead: { intro: null, subject: 'A lead!' } }
    expect(mailOf(campaign, drafts, undefined, '42')).toEqual({
      followUp: '42',
      settings: { subject: 'New' },
      codeSettings: [{ code: 'lead', ...none, subject: 'A lead!' }],
    })
  })

  it('is as if the chat had the code whose mails are looked at', () => {
    expect(mailOf(campaign, {}, sale, madeUp)).toEqual({ campaign: 'site', settings: {}, codeSettings: [], codes: ['Sale'] })
  })

  it('says where what is wrong with it was typed', () => {
    const drafts = { lead: { subject: '{' }, sale: { subject: '}' } }
    expect(previewField(campaign, drafts, undefined, 'subject')).toBe('input.settings.subject')
    expect(previewField(campaign, drafts, sale, 'subject')).toBe('input.codeSettings[1].subject')
  })
})

describe('the address', () => {
  it('says what is looked at, and on what', () => {
    expect(mailSearch({ code: 'lead', view: 'dark' })).toEqual({ code: 'lead', chat: '', view: 'dark' })
    expect(mailSearch({ view: 'upside-down' })).toEqual({ code: '', chat: '', view: 'html' })
  })
})
