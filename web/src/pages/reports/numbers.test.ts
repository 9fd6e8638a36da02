import { describe, expect, it } from 'vitest'
import { numbersFor } from './numbers.ts'

const plain = (text: string) => text.replaceAll(/\s/g, ' ')

describe('in English', () => {
  const numbers = numbersFor('en')

  it.each([
    { seconds: 0.4, span: '0s' },
    { seconds: 4.4, span: '4s' },
    { seconds: 65, span: '1m 5s' },
    { seconds: 3600, span: '1h' },
    { seconds: 3661, span: '1h 1m' },
    { seconds: 90_000, span: '1d 1h' },
  ])('$seconds seconds are $span', ({ seconds, span }) => {
    expect(numbers.span(seconds)).toBe(span)
  })

  it('writes a dash for what was not measured', () => {
    expect(numbers.span(null)).toBe('–')
    expect(numbers.share(undefined)).toBe('–')
  })

  it('tells a change by its sign', () => {
    expect([3, 0, -2].map(numbers.change)).toEqual(['+3', '0', '-2'])
    expect(numbers.changeOfShare(0.125)).toBe('+12.5%')
  })
})

it('writes shares and thousands as the language has them', () => {
  expect(plain(numbersFor('de').share(0.94))).toBe('94 %')
  expect(numbersFor('nl').count(1204)).toBe('1.204')
})
