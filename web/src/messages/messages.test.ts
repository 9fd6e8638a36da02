import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Messages, speak, wordsOf } from './messages.ts'

const folder = import.meta.dirname
const read = (file: string): Messages => JSON.parse(readFileSync(join(folder, file), 'utf8'))
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
const english = read('en.json')
const names = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
const forms = (message: unknown) => (typeof message === 'string' ? [message] : Object.values(message as Record<string, string>))

describe.each(files)('%s', (file) => {
  const messages = read(file)

  it('has every message, in the order of the English file, and no other', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(english))
  })

  it('counts in all the ways of its language', () => {
    const ways = new Intl.PluralRules(file.replace('.json', '')).resolvedOptions().pluralCategories.sort()
    for (const [key, message] of Object.entries(messages)) {
      if (typeof message !== 'string') expect(Object.keys(message).sort(), key).toEqual(ways)
      expect(typeof message, key).toBe(typeof english[key as keyof Messages])
    }
  })

  it('names what the English message names', () => {
    for (const [key, message] of Object.entries(messages)) {
      const wanted = names(forms(english[key as keyof Messages]).join())
      expect(names(forms(message).join()), key).toEqual(wanted)
      for (const form of forms(message)) expect(form.trim(), key).not.toBe('')
    }
  })
})

describe('a message', () => {
  const { t } = wordsOf('en', english)

  it('has the values in place of their names', () => {
    expect(t('list.count', { count: 1 })).toBe('1 chat waits')
    expect(t('list.count', { count: 0 })).toBe('0 chats wait')
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
})
