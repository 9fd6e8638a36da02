import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { languages, type Message, speak, tagOf, together, wordsOf } from './messages.ts'

const source = join(import.meta.dirname, '..')
const folders = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('en.json'))
  .map((file) => file.replace(/\/en\.json$/, ''))
const read = (folder: string, language: string): Record<string, Message> =>
  JSON.parse(readFileSync(join(source, folder, `${language}.json`), 'utf8'))
const names = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
const forms = (message: Message | undefined) => (typeof message === 'object' ? Object.values(message) : [message ?? ''])

it('is written in every folder of messages in all languages', () => {
  expect(folders).toContain('messages')
  for (const folder of folders) {
    const files = readdirSync(join(source, folder)).filter((name) => name.endsWith('.json'))
    expect(files.sort(), folder).toEqual(languages.map((language) => `${language}.json`).sort())
  }
})

describe.each(folders.flatMap((folder) => languages.map((language) => ({ folder, language }))))('$folder/$language.json', (file) => {
  const english = read(file.folder, 'en')
  const messages = read(file.folder, file.language)

  it('has every message, in the order of the English file, and no other', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(english))
  })

  it('counts in all the ways of its language', () => {
    const ways = new Intl.PluralRules(file.language).resolvedOptions().pluralCategories.sort()
    for (const [key, message] of Object.entries(messages)) {
      if (typeof message !== 'string') expect(Object.keys(message).sort(), key).toEqual(ways)
      expect(typeof message, key).toBe(typeof english[key])
    }
  })

  it('names what the English message names', () => {
    for (const [key, message] of Object.entries(messages)) {
      expect(names(forms(message).join()), key).toEqual(names(forms(english[key]).join()))
      for (const form of forms(message)) expect(form.trim(), key).not.toBe('')
    }
  })
})

describe('a message', () => {
  const own = { english: { chats: { one: '{count} chat of {who}', other: '{count} chats of {who}' } }, others: {} }
  const other = { english: { ok: 'OK' }, others: { nl: async () => ({ default: { ok: 'Oké' } }) } }

  it('has the values in place of their names', () => {
    const { t } = wordsOf('en', own.english)
    expect(t('chats', { count: 1, who: 'Ann' })).toBe('1 chat of Ann')
    expect(t('chats', { count: 0, who: 'Ann' })).toBe('0 chats of Ann')
  })

  it('can be one of another folder, in the same language', async () => {
    const both = together(own, other)
    expect(both.english.ok).toBe('OK')
    expect((await both.others.nl?.())?.default.ok).toBe('Oké')
  })
})

describe('the language', () => {
  it.each([
    { wanted: ['nl-BE', 'en'], spoken: 'nl' },
    { wanted: ['fr', 'DE-at'], spoken: 'de' },
    { wanted: ['en-GB', 'nl'], spoken: 'en' },
    { wanted: ['fr'], spoken: 'en' },
    { wanted: ['toString'], spoken: 'en' },
    { wanted: [], spoken: 'en' },
  ])('is $spoken for whoever wants $wanted', ({ wanted, spoken }) => {
    expect(speak(wanted)).toBe(spoken)
  })

  it('is that of the country that somebody named', () => {
    expect(tagOf(['fr', 'en-GB', 'en'])).toBe('en-GB')
    expect(tagOf(['fr'])).toBe('en')
  })
})
