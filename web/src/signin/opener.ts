/** What the pop-up tells the window that opened it: its token, with the nonce by which the window knows the pop-up as its own. */
export interface Handover {
  type: 'postchat:token'
  nonce: string
  token: string
  expiresAt: string
}

/** The nonce behind the # of an address, which no server sees. Null where there is none that a window of ours could have made. */
export function nonceOf(hash: string): string | null {
  return /^#nonce=([\w-]{22,128})$/.exec(hash)?.[1] ?? null
}

/** The part of another window that tells whose it is. Reading it throws where that is not our own. */
export type Opener = Pick<Window, 'closed' | 'postMessage'> & { readonly location: Pick<Location, 'origin'> }

/**
 * The window that opened this one, if it is one of ours and still there. Any site can open the pop-up, in the browser of somebody who is
 * signed in: a token is asked for only where our own window will get it.
 */
export function ourOpener(opener: Opener | null, origin: string): Opener | null {
  try {
    return opener && !opener.closed && opener.location.origin === origin ? opener : null
  } catch {
    return null
  }
}

/** Hands a token over. The browser delivers it to a page of our own origin only, whatever the opener shows by now. */
export function handOver(opener: Opener, origin: string, nonce: string, made: { token: string; expiresAt: string }) {
  const message: Handover = { type: 'postchat:token', nonce, ...made }
  opener.postMessage(message, origin)
}

/** Where to sign in first: the page that comes back to this one, with all that its address says. */
export function signInAddress(base: string, source: string, hash: string): string {
  const back = `/panel/${encodeURIComponent(source)}/sign-in${hash}`
  return new URL(`signin?next=${encodeURIComponent(back)}`, base).href
}

/** A code as it is easiest to type: 123 456. */
export const spaced = (code: string) => code.replace(/^(...)(...)$/, '$1 $2')
