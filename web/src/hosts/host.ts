/** What a chat is like to the app that it is in. */
export interface ChatState {
  conversation: string
  /** Whether our rules let an operator close it. */
  canClose: boolean
  /** Where its follow-up is: `open`, or a state of the API in lower case. */
  state: string
}

/** What the window offers to the app that frames it. */
export interface Frame {
  /** The origins whose messages count. */
  origins: readonly string[]
  /** The app says which chat is open, by the vendor's id. It is a hint, which the server checks. */
  open(conversation: string): void
  /** Tells of every change of what the app may know. Returns the way to hear no more. */
  watch(listener: (state: ChatState) => void): () => void
}

/** Speaks with the app of one chat vendor. */
export interface HostAdapter {
  /** Begins to listen, and returns the way to stop. */
  start(frame: Frame): () => void
}

/** The modules, by vendor. Whoever has none is spoken to in our own protocol; see docs/window.md. */
const modules: Record<string, () => Promise<{ host: HostAdapter }>> = {
  chatwoot: () => import('./chatwoot.ts'),
}

/** Starts the module of a vendor, in a frame. A window of its own has no host. */
export function startHost(vendor: string, frame: Frame): () => void {
  if (window.parent === window) return () => {}
  let stop: (() => void) | undefined
  let ended = false
  const load = modules[vendor] ?? (() => import('./generic.ts'))
  void load().then(({ host }) => {
    if (!ended) stop = host.start(frame)
  })
  return () => {
    ended = true
    stop?.()
  }
}

/** Hears the framing app's messages: those alone that come from it, and from an origin that the source has. */
export function listen(frame: Frame, hear: (data: unknown, origin: string) => void): () => void {
  const receive = (event: MessageEvent) => {
    if (event.source === window.parent && frame.origins.includes(event.origin)) hear(event.data, event.origin)
  }
  window.addEventListener('message', receive)
  return () => window.removeEventListener('message', receive)
}

/** An id as vendors write it: a text or a number. Anything else is none. */
export function idIn(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  return typeof value === 'string' && value !== '' && value.length <= 200 ? value : undefined
}
