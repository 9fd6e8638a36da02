import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { actionOf } from './keys.ts'

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
