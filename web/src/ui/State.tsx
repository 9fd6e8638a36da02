import type { ReactNode } from 'react'

/** As it should be, on its way, or to be seen to. */
export type Tone = 'ok' | 'wait' | 'bad'

/** A state: a shape, a word and a colour, so that nobody needs all three. */
export function State({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`state ${tone}`}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        {tone === 'ok' && <circle cx="5" cy="5" r="4.5" fill="currentColor" />}
        {tone === 'wait' && <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" strokeWidth="2" />}
        {tone === 'bad' && <path d="M5 0l5 5-5 5-5-5z" fill="currentColor" />}
      </svg>
      {children}
    </span>
  )
}

const good = ['SENT', 'DELIVERED', 'ACCEPTED']
const bad = ['FAILED', 'BOUNCED', 'BLOCKED', 'COMPLAINED']

/** How a state of a follow-up or of a delivery looks: as it should be, on its way, or to be seen to. */
export function toneOf(state: string): Tone {
  if (good.includes(state)) return 'ok'
  return bad.includes(state) ? 'bad' : 'wait'
}
