import { useCallback, useEffect, useRef, useState } from 'react'
import { type ChatState, startHost } from '../hosts/host.ts'
import type { PanelPage } from './page.ts'
import type { Target } from './target.ts'

/** Which chat the window is about: the one that the app around it has open, the one that the address names, or one picked here. */
export function useTarget({ source, vendor, frameOrigins }: PanelPage) {
  const [target, setTarget] = useState<Target | null>(() => inAddress(source))
  const listeners = useRef(new Set<(state: ChatState) => void>())

  useEffect(
    () =>
      startHost(vendor, {
        origins: frameOrigins,
        open: (id) => setTarget((now) => (now?.conversation?.id === id ? now : { conversation: { source, id } })),
        watch: (listener) => {
          listeners.current.add(listener)
          return () => void listeners.current.delete(listener)
        },
      }),
    [source, vendor, frameOrigins],
  )
  useEffect(() => {
    const change = () => setTarget(inAddress(source))
    window.addEventListener('hashchange', change)
    return () => window.removeEventListener('hashchange', change)
  }, [source])

  const tell = useCallback((state: ChatState) => {
    for (const listener of listeners.current) listener(state)
  }, [])
  return { target, open: setTarget, tell }
}

/** What the part of the address behind the # names: conversation=ID or follow-up=ID. It never reaches the server's log. */
function inAddress(source: string): Target | null {
  const named = new URLSearchParams(location.hash.slice(1))
  const id = named.get('conversation')
  const followUp = named.get('follow-up')
  if (followUp) return { followUp }
  return id ? { conversation: { source, id } } : null
}
