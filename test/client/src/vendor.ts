import { createHmac } from 'node:crypto';

/** A finished chat in Postchat's own webhook format; see docs/webhook.md. */
export interface Close {
  type: 'chat.closed';
  conversation: { id: string };
  closed_at: string;
  codes: string[];
  visitor: { name: string; email: string };
  transcript: { at: string; role: 'visitor' | 'operator'; name: string; text: string }[];
}

/** Makes the close of a conversation that ended just now with one code. */
export function close(conversation: string, code: string, text: string): Close {
  const now = new Date().toISOString();
  return {
    type: 'chat.closed',
    conversation: { id: conversation },
    closed_at: now,
    codes: [code],
    visitor: { name: 'Mira Oduya', email: 'mira@example.org' },
    transcript: [{ at: now, role: 'visitor', name: 'Mira Oduya', text }],
  };
}

/** Posts a close to a source's hook, signed as Standard Webhooks 1.0 says. */
export async function post(hook: string, secret: string, chat: Close): Promise<void> {
  const body = JSON.stringify(chat);
  const id = `msg_${chat.conversation.id}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  const response = await fetch(hook, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
    body,
  });
  if (response.status !== 200) {
    throw new Error(`the hook answers ${response.status}: ${await response.text()}`);
  }
}
