import { describe, expect, it } from 'vitest'
import { digitsOf, pick } from './pick.ts'

describe('digits', () => {
  const choice = (label: string, hotKey = '') => ({ label, hotKey })
  it('are those of the choices, and for the rest the ones that are free, in order', () => {
    expect([...digitsOf([choice('a'), choice('b', '1'), choice('c')])]).toEqual([
      ['a', '2'],
      ['b', '1'],
      ['c', '3'],
    ])
  })
  it('are nine', () => {
    const many = Array.from({ length: 11 }, (_, index) => choice(String(index)))
    expect([...digitsOf(many).values()].filter(Boolean)).toHaveLength(9)
  })
})

describe('picking', () => {
  it.each([
    { name: 'adds it', given: ['a'], several: true, picked: ['a', 'b'] },
    { name: 'again takes it away', given: ['a', 'b'], several: true, picked: ['a'] },
    { name: 'takes the place of the other where there is only one', given: ['a'], several: false, picked: ['b'] },
    { name: 'again gives it up where there is only one', given: ['b'], several: false, picked: [] },
  ])('$name', ({ given, several, picked }) => expect(pick('b', given, several)).toEqual(picked))
})
