import { describe, expect, it } from 'vitest'
import { handOver, nonceOf, type Opener, ourOpener, signInAddress, spaced } from './opener.ts'

const ours = 'https://postchat.acme.example'
const nonce = 'a1B2c3D4e5F6g7H8i9J0k_'

/** A window as a script of ours sees it; of another site's it may not even read the address. */
function windowAt(origin: string, closed = false) {
  const sent: unknown[][] = []
  const opener = {
    closed,
    get location(): { origin: string } {
      if (origin !== ours) throw new DOMException('Blocked a frame', 'SecurityError')
      return { origin }
    },
    postMessage: (...message: unknown[]) => sent.push(message),
  } as unknown as Opener
  return { opener, sent }
}

describe('the opener', () => {
  it('is ours where it is of our origin', () => {
    const { opener } = windowAt(ours)
    expect(ourOpener(opener, ours)).toBe(opener)
  })
  it('is nobody where another site opened the pop-up, or none, or it is closed', () => {
    expect(ourOpener(windowAt('https://evil.example').opener, ours)).toBeNull()
    expect(ourOpener(windowAt(ours, true).opener, ours)).toBeNull()
    expect(ourOpener(null, ours)).toBeNull()
  })
  it('gets the token under our own origin, so that the browser gives it to no other', () => {
    const { opener, sent } = windowAt(ours)
    handOver(opener, ours, nonce, { token: 'pcp_x', expiresAt: '2026-11-25T21:00:00Z' })
    expect(sent).toEqual([[{ type: 'postchat:token', nonce, token: 'pcp_x', expiresAt: '2026-11-25T21:00:00Z' }, ours]])
  })
})

describe('the nonce', () => {
  it.each([
    [`#nonce=${nonce}`, nonce],
    ['#nonce=short', null],
    [`#nonce=${nonce}&x=1`, null],
    [`#nonce=${nonce} `, null],
    [`#x&nonce=${nonce}`, null],
    ['', null],
  ])('of %s is %s', (hash, want) => expect(nonceOf(hash)).toBe(want))
})

describe('the page to sign in first', () => {
  it.each([
    ['https://postchat.acme.example/', '/'],
    ['https://acme.example/chats/', '/chats/'],
  ])('below %s comes back to the pop-up', (base, root) => {
    const address = new URL(signInAddress(base, 'a b', `#nonce=${nonce}`))
    expect(address.pathname).toBe(`${root}signin`)
    expect(address.hash).toBe('')
    expect(address.searchParams.get('next')).toBe(`/panel/a%20b/sign-in#nonce=${nonce}`)
  })
})

it('shows a code in two parts', () => expect(spaced('012345')).toBe('012 345'))
