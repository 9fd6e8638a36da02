import { type HostAdapter, idIn, listen } from './host.ts'

/**
 * A dashboard app of Chatwoot. It is told the conversation that is open as JSON in a text, by itself and whenever it asks; sometimes
 * more often. Nothing in it is signed.
 */
export const host: HostAdapter = {
  start(frame) {
    const deaf = listen(frame, (data) => {
      const conversation = openIn(data)
      if (conversation !== undefined) frame.open(conversation)
    })
    window.parent.postMessage('chatwoot-dashboard-app:fetch-info', '*')
    return deaf
  },
}

/** The id of the conversation that Chatwoot says is open. */
export function openIn(data: unknown): string | undefined {
  if (typeof data !== 'string') return undefined
  try {
    const message = JSON.parse(data)
    return message?.event === 'appContext' ? idIn(message.data?.conversation?.id) : undefined
  } catch {
    return undefined
  }
}
