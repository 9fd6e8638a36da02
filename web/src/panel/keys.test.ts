import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { actionOf, digitsOf } from './keys.ts'
import { pick } from './pick.ts'

/** An element of a page, as far as keys ask about it. */
class FakeElement {
  selector: string
  constructor(selector: string) {
    this.selector = selector
  }
  closest(selectors: string) {
    return selectors.includes(this.selector) ? this : null
  }
}

beforeEach(() => vi.stubGlobal('Element', FakeElement))
afterEach(() => vi.unstubAllGlobals())

const keys = { ok: () => {}, n: () => {}, '1': () => {} }

interface Press {
  name: string
  key: string
  means: keyof typeof keys | null
  ctrlKey?: boolean
  metaKey?: boolean
  altKey?: boolean
  at?: string
  off?: boolean
}

describe('a key', () => {
  const presses: Press[] = [
    { name: 'picks a code', key: '1', means: '1' },
    { name: 'means the same as a capital letter', key: 'N', means: 'n' },
    { name: 'is text where text is typed', key: 'n', at: 'textarea', means: null },
    { name: 'is none where a box is ticked', key: '1', at: 'input[type=checkbox]', means: '1' },
    { name: 'belongs to the browser with Ctrl', key: '1', ctrlKey: true, means: null },
    { name: 'belongs to the browser with Alt', key: '1', altKey: true, means: null },
    { name: 'does nothing where hot-keys are off', key: '1', off: true, means: null },
    { name: 'that nothing is named for does nothing', key: 'toString', means: null },
    { name: 'Enter alone does nothing', key: 'Enter', means: null },
    { name: 'Ctrl+Enter is OK', key: 'Enter', ctrlKey: true, means: 'ok' },
    { name: 'Command+Enter is OK', key: 'Enter', metaKey: true, means: 'ok' },
    {
      name: 'Ctrl+Enter is OK where text is typed, and where hot-keys are off',
      key: 'Enter',
      ctrlKey: true,
      at: 'textarea',
      off: true,
      means: 'ok',
    },
  ]
  it.each(presses)('$name', ({ key, means, at = 'body', off = false, ctrlKey = false, metaKey = false, altKey = false }) => {
    const event = { key, ctrlKey, metaKey, altKey, target: new FakeElement(at) as unknown as EventTarget }
    expect(actionOf(event, keys, !off)).toBe(means === null ? undefined : keys[means])
  })
})

describe('digits', () => {
  const code = (label: string, hotKey = '') => ({ label, hotKey })
  it('are those of the codes, and for the rest the ones that are free, in order', () => {
    expect([...digitsOf([code('a'), code('b', '1'), code('c')])]).toEqual([
      ['a', '2'],
      ['b', '1'],
      ['c', '3'],
    ])
  })
  it('are nine', () => {
    const many = Array.from({ length: 11 }, (_, index) => code(String(index)))
    expect([...digitsOf(many).values()].filter(Boolean)).toHaveLength(9)
  })
})

describe('picking a code', () => {
  it.each([
    { name: 'adds it', given: ['a'], several: true, picked: ['a', 'b'] },
    { name: 'again takes it away', given: ['a', 'b'], several: true, picked: ['a'] },
    { name: 'takes the place of the other where there is only one', given: ['a'], several: false, picked: ['b'] },
    { name: 'again gives it up where there is only one', given: ['b'], several: false, picked: [] },
  ])('$name', ({ given, several, picked }) => expect(pick('b', given, several)).toEqual(picked))
})
