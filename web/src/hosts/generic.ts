import { type HostAdapter, idIn, listen } from './host.ts'

/**
 * Our own protocol, for every app that has none: docs/window.md has it. That the window is ready may be read by anybody, for it says
 * nothing; what a chat is like goes to the origin that opened it, and to no other.
 */
export const host: HostAdapter = {
  start(frame) {
    let asked: { origin: string; conversation: string } | undefined
    const deaf = listen(frame, (data, origin) => {
      const message = data as { type?: unknown; conversation?: unknown } | null
      const conversation = idIn(message?.conversation)
      if (message?.type !== 'postchat:open' || conversation === undefined) return
      asked = { origin, conversation }
      frame.open(conversation)
    })
    const blind = frame.watch((state) => {
      if (state.conversation === asked?.conversation) window.parent.postMessage({ type: 'postchat:state', ...state }, asked.origin)
    })
    window.parent.postMessage({ type: 'postchat:ready' }, '*')
    return () => {
      deaf()
      blind()
    }
  },
}
