import { useCallback, useEffect, useRef, useState } from 'react'
import { Refusal, request } from '../api/client.ts'
import { newKey } from '../api/key.ts'
import { MeDocument, RedeemCodeDocument, SignOutDocument } from './gql/graphql.ts'

/** Who works in the window, and how they come in. */
export interface Session {
  /** Null until somebody has signed in. */
  token: string | null
  /** Their name; empty until it is known. */
  name: string
  /** Their language; empty is the browser's. */
  language: string
  /** Whether a token has ended, so that they have to sign in once more. */
  ended: boolean
  /** The page on which they do; null until they have asked for it. */
  address: string | null
  /** Whether the browser opened no window for it. */
  blocked: boolean
  signIn(): void
  /** Signs in with the code that the page shows where it cannot reach this window. */
  redeem(code: string): Promise<void>
  /** Ends the token. What has not been saved by then stays in this tab. */
  signOut(): void
  /** Looks whether the token still works, after something was denied. */
  check(): void
}

/** The token is for one window in one tab: no cookie, and nothing that another page could read. */
export function useSession(source: string): Session {
  const key = `postchat:token:${source}`
  const [token, setToken] = useState(() => recall(key))
  const [me, setMe] = useState({ name: '', language: '' })
  const [ended, setEnded] = useState(false)
  const [address, setAddress] = useState<string | null>(null)
  const [blocked, setBlocked] = useState(false)
  const nonce = useRef('')
  const popUp = useRef<Window | null>(null)

  const enter = useCallback(
    (token: string) => {
      keep(key, token)
      setToken(token)
      setEnded(false)
      setAddress(null)
    },
    [key],
  )
  const check = useCallback(() => {
    if (token === null) return
    request(MeDocument, {}, { token }).then(
      ({ viewer }) => setMe({ name: viewer.name, language: viewer.person?.language ?? '' }),
      (error) => {
        if (!(error instanceof Refusal && error.code === 'DENIED')) return
        keep(key, null)
        setToken(null)
        setEnded(true)
      },
    )
  }, [token, key])
  useEffect(check, [check])

  useEffect(() => {
    const receive = ({ source, origin, data }: MessageEvent) => {
      const ours = origin === location.origin && source !== null && source === popUp.current
      if (ours && data?.type === 'postchat:token' && data.nonce === nonce.current && typeof data.token === 'string') enter(data.token)
    }
    window.addEventListener('message', receive)
    return () => window.removeEventListener('message', receive)
  }, [enter])

  const signIn = () => {
    nonce.current ||= newKey()
    const page = new URL(`panel/${encodeURIComponent(source)}/sign-in#nonce=${nonce.current}`, document.baseURI).href
    popUp.current = window.open(page, 'postchat-sign-in', 'popup,width=460,height=640')
    setAddress(page)
    setBlocked(popUp.current === null)
  }
  const redeem = async (code: string) => {
    const answer = await request(RedeemCodeDocument, { input: { source, nonce: nonce.current, code } }, { token: '' })
    if (answer.redeemPanelCode) enter(answer.redeemPanelCode.token)
  }
  const signOut = () => {
    if (token === null) return
    void request(SignOutDocument, {}, { token, last: true }).catch(() => {}) // then it ends by itself, unused
    keep(key, null)
    setToken(null)
  }
  return { token, ...me, ended, address, blocked, signIn, redeem, signOut, check }
}

// A browser that keeps nothing for frames throws; then the token lives as long as the page.
function recall(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

function keep(key: string, token: string | null) {
  try {
    if (token === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, token)
  } catch {
    // as above
  }
}
