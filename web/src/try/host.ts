import { type RefObject, useEffect } from 'react'

/**
 * Speaks to the window in our own protocol, as any chat app does that frames it: says which conversation is open once the window is
 * ready, and whenever that changes.
 */
export function useHost(frame: RefObject<HTMLIFrameElement | null>, conversation: string) {
  useEffect(() => {
    const open = () => frame.current?.contentWindow?.postMessage({ type: 'postchat:open', conversation }, location.origin)
    const receive = ({ source, origin, data }: MessageEvent) => {
      if (source === frame.current?.contentWindow && origin === location.origin && data?.type === 'postchat:ready') open()
    }
    window.addEventListener('message', receive)
    open() // a window that is not ready yet hears nothing, and says so when it is
    return () => window.removeEventListener('message', receive)
  }, [frame, conversation])
}
