import { describe, expect, it } from 'vitest'
import { type Marks, pieces, type Stretch } from '../ui/covers.ts'
import { visible } from '../ui/visible.ts'
import { join, lengthOf, toggle, words, wordsOf } from './marks.ts'

const none: Marks = { covered: [], lifted: [], suggested: [] }
const card = (start: number, end: number) => ({ ...at(start, end), kind: 'CARD' as const })
const at = (start: number, end: number, message = 'm'): Stretch => ({ message, start, end })
const shown = (text: string, marks: Partial<Marks>) => pieces('m', text, { ...none, ...marks }).map(({ text, cover }) => `${cover}:${text}`)

describe('a message', () => {
  it('is one piece where nothing is marked', () => expect(shown('hello', {})).toEqual(['none:hello']))
  it('is no piece where it is empty', () => expect(shown('', {})).toEqual([]))
  it('is cut where it is covered', () => expect(shown('call me', { covered: [at(0, 4)] })).toEqual(['covered:call', 'none: me']))
  it('is not cut by what is marked in another', () => expect(shown('call', { covered: [at(0, 2, 'x')] })).toEqual(['none:call']))
  it('counts characters and not their halves', () =>
    expect(shown('😀😀 IBAN', { suggested: [card(3, 7)] })).toEqual(['none:😀😀 ', 'suggested:IBAN']))
  it('shows what was lifted', () => expect(shown('1234', { suggested: [card(0, 4)], lifted: [at(0, 4)] })).toEqual(['lifted:1234']))
  it('stays covered by a person where a suggestion was lifted', () =>
    expect(shown('1234', { suggested: [card(0, 4)], lifted: [at(0, 4)], covered: [at(0, 2)] })).toEqual(['covered:12', 'lifted:34']))
  it('keeps to its own length', () => expect(shown('ab', { covered: [at(1, 99)] })).toEqual(['none:a', 'covered:b']))
})

describe('a click', () => {
  const click = (text: string, index: number, marks: Partial<Marks>) => {
    const all = { ...none, ...marks }
    const piece = pieces('m', text, all)[index]
    return piece && toggle(piece, all)
  }
  it('covers', () => expect(click('abc', 0, {})).toEqual({ covered: [at(0, 3)], lifted: [] }))
  it('uncovers', () => expect(click('abc', 0, { covered: [at(0, 2)] })).toEqual({ covered: [], lifted: [] }))
  it('lifts a suggestion', () => expect(click('abc', 0, { suggested: [card(0, 2)] })).toEqual({ covered: [], lifted: [at(0, 2)] }))
  it('covers again what a longer lift holds', () =>
    expect(click('abc', 0, { suggested: [card(0, 2)], lifted: [at(0, 3)] })).toEqual({ covered: [], lifted: [] }))
  it('covers it again', () => expect(click('abc', 0, { suggested: [card(0, 2)], lifted: [at(0, 2)] })).toEqual({ covered: [], lifted: [] }))
})

describe('a word beside one that is covered', () => {
  it('is covered together with the blank between them', () => {
    const marks = { ...none, covered: [at(0, 4)] }
    const [before, piece] = pieces('m', 'Ines Moreau wrote', marks)
    const word = piece && wordsOf(piece, before, undefined).find(({ text }) => text === 'Moreau')
    expect(word?.stretch && toggle({ cover: 'none', stretch: word.stretch }, marks).covered).toEqual([at(0, 11)])
  })
})

describe('stretches', () => {
  it('are one where they touch', () => expect(join([at(4, 8), at(0, 4), at(9, 10)])).toEqual([at(0, 8), at(9, 10)]))
  it('are one where one is in another', () => expect(join([at(0, 8), at(2, 4)])).toEqual([at(0, 8)]))
  it('are apart in two messages', () => expect(join([at(0, 2), at(2, 4, 'n')])).toHaveLength(2))
})

describe('words', () => {
  it('are between blanks, which stay', () => expect(words('a  b\nc')).toEqual(['a', '  ', 'b', '\n', 'c']))
  it('are known where there are no blanks', () => expect(words('私はトムです').length).toBeGreaterThan(1))
  it('lose nothing', () => {
    for (const text of ['', ' ', 'x\u0000y', 'สวัสดี ครับ', '👩‍👩‍👧 ok']) expect(words(text).join('')).toBe(text)
  })
})

describe('hostile text', () => {
  it.each([
    { text: 'a\u0000b', shown: 'a␀b' },
    { text: 'tab\tand\nline stay', shown: 'tab\tand\nline stay' },
    { text: 'evil\u202Efdp.exe', shown: 'evil\uFFFDfdp.exe' },
    { text: '<b onload=x>&amp;', shown: '<b onload=x>&amp;' },
    { text: 'family 👩‍👩‍👧', shown: 'family 👩‍👩‍👧' },
  ])('$shown has every letter', ({ text, shown }) => {
    expect(visible(text)).toBe(shown)
    expect(lengthOf(visible(text))).toBe(lengthOf(text))
  })
})
