import type { Tone } from './State.tsx'

const good = ['SENT', 'DELIVERED', 'ACCEPTED']
const bad = ['FAILED', 'BOUNCED', 'BLOCKED', 'COMPLAINED']

/** How a state of a follow-up or of a delivery looks: as it should be, on its way, or to be seen to. */
export function toneOf(state: string): Tone {
  if (good.includes(state)) return 'ok'
  return bad.includes(state) ? 'bad' : 'wait'
}
