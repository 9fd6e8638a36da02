import { describe, expect, it } from 'vitest'
import { diffLists, itemOf, joined, readItem, readList, sameList, splitList, textOfList, without } from './list.ts'

const emails = (text: string) => readList(text).items.map(({ email }) => email)

describe('a list of addresses', () => {
  it.each([
    ['a semicolon, a comma and a new line', 'a@x.example; b@x.example, c@x.example\nd@x.example'],
    ['what is between them twice', ';a@x.example;;b@x.example,\r\n c@x.example ;d@x.example;'],
    ['what pastes bring', '\u200ba@x.example\u00a0;\ufeffb@x.example\u2028mailto:c@x.example; <d@x.example>'],
  ])('is read with %s', (_, text) => {
    expect(emails(text)).toEqual(['a@x.example', 'b@x.example', 'c@x.example', 'd@x.example'])
    expect(readList(text).rest).toBe('')
  })

  it('keeps a separator in double quotes', () => {
    expect(splitList('"Doe, Jane; Sales" <jane@x.example>; b@x.example')).toEqual(['"Doe, Jane; Sales" <jane@x.example>', 'b@x.example'])
    expect(splitList('"a \\" ; b" <a@x.example>')).toHaveLength(1)
  })

  it('gives back what is no address', () => {
    expect(readList('a@x.example; oops; b@x.example; c@').rest).toBe('oops; c@')
  })
})

describe('an address', () => {
  it.each([
    ['Sales team <sales@x.example>', 'Sales team', 'Sales team <sales@x.example>'],
    ['"Sales team" <sales@x.example>', 'Sales team', 'Sales team <sales@x.example>'],
    ['"Doe, Jane"  <sales@X.Example>', 'Doe, Jane', '"Doe, Jane" <sales@x.example>'],
    ['"The \\"Shop\\"" <sales@x.example>', 'The "Shop"', '"The \\"Shop\\"" <sales@x.example>'],
    ['sales@x.example <sales@x.example>', '', 'sales@x.example'],
    ['< sales@x.example >', '', 'sales@x.example'],
  ])('%s has its name, and is written as the server writes it', (typed, name, text) => {
    expect(readItem(typed)).toEqual({ name, email: 'sales@x.example', text })
    expect(readItem(text)).toEqual(readItem(typed))
  })

  it.each([
    ['sales', 'noAt'],
    ['a@b@x.example', 'manyAts'],
    ['Sales sales@x.example', 'blank'],
    ['@x.example', 'noHost'],
    ['a@', 'noHost'],
    ['a@localhost', 'noDot'],
    ['a@.example', 'noDot'],
    ['Sales <a@x.example', 'angle'],
    ['Sales <a@x.example> more', 'angle'],
    ['"Sales <a@x.example', 'quote'],
    ['sälé@x.example', 'letters'],
    ['a..b@x.example', 'letters'],
    ['a@x_y.example', 'letters'],
  ])('%s is none: %s', (typed, why) => {
    expect(readItem(typed)).toBe(why)
  })

  it('may have a host in any letters', () => {
    expect(readItem('info@bücher.example')).toMatchObject({ email: 'info@bücher.example' })
  })
})

const [a, b, c] = ['a@x.example', 'b@x.example', 'c@x.example'].map((email) => itemOf('', email)) as [
  ReturnType<typeof itemOf>,
  ReturnType<typeof itemOf>,
  ReturnType<typeof itemOf>,
]

describe('two lists', () => {
  it('have each address once, with the first name that there is', () => {
    expect(textOfList(joined([a, b], [itemOf('Anna', 'A@x.example'), c]))).toBe('Anna <a@x.example>; b@x.example; c@x.example')
  })

  it('are the same in whatever order, but not under other names', () => {
    expect(sameList([a, b], [b, a])).toBe(true)
    expect(sameList([a], [itemOf('Anna', a.email)])).toBe(false)
  })

  it('differ by who comes, who goes and who has another name', () => {
    const anna = itemOf('Anna', a.email)
    expect(diffLists([a, b], [anna, c])).toEqual({ added: [c], removed: [b], renamed: [anna] })
  })

  it('lose an address whatever the case of its letters', () => {
    expect(without([a, b], 'A@X.example')).toEqual([b])
  })
})
