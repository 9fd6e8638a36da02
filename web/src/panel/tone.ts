import type { Tone } from '../ui/State.tsx'
import type { DeliveryState, FollowUpState } from './gql/graphql.ts'

const good = ['SENT', 'DELIVERED', 'ACCEPTED']
const bad = ['FAILED', 'BOUNCED', 'BLOCKED', 'COMPLAINED']

/** How a state looks: as it should be, on its way, or to be seen to. */
export function toneOf(state: FollowUpState | DeliveryState): Tone {
  if (good.includes(state)) return 'ok'
  return bad.includes(state) ? 'bad' : 'wait'
}
