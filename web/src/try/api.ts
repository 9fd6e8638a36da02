import type { Line, Role } from './scene.ts'

/** What came of an end: where an operator is to stay in the chat, why. */
export interface Ended {
  closed: boolean
  reason?: string
}

/** What came of a chat. */
export interface Told {
  /** The state of its follow-up, in lower case; empty until its end was heard of. */
  state: string
  /** The mails of it, with the addresses of their pages from the server's root. */
  mails: { subject: string; page: string }[]
}

/** Asks for a token that opens the window. */
export async function takeSeat(): Promise<string> {
  const { token } = await ask<{ token: string }>('try/seat', { method: 'POST' })
  return token
}

/** Ends a chat as its vendor would. */
export function endChat(conversation: string, closedBy: Role, lines: Line[]): Promise<Ended> {
  return ask('try/end', { method: 'POST', body: JSON.stringify({ conversation, closedBy, lines }) })
}

/** Says what came of a chat. */
export function readChat(conversation: string): Promise<Told> {
  return ask(`try/chats/${encodeURIComponent(conversation)}`, {})
}

async function ask<Answer>(address: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(new URL(address, document.baseURI), { ...init, headers: { 'Content-Type': 'application/json' } })
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return response.json()
}
