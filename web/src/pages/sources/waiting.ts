import type { HeardFragment } from './gql/graphql.ts'

/** What a source has heard of its vendor last. */
export type Heard =
  /** Something that could not prove that it is the vendor's, and nothing else since. */
  | { how: 'refused'; at: string; problem: string }
  /** Nothing yet. */
  | { how: 'nothing' }
  /** An event that is kept. */
  | { how: 'event'; at: string; event: HeardFragment['events']['nodes'][number] }
  /** One that is about something else than a finished chat: the way is open. */
  | { how: 'ignored'; at: string; type: string }

/** The last that was heard, whichever sort it was. */
export function heardOf({ events, ignored, refused }: Pick<HeardFragment, 'events' | 'ignored' | 'refused'>): Heard {
  const event = events.nodes[0]
  const other = [...ignored].sort((one, two) => two.lastAt.localeCompare(one.lastAt))[0]
  const last = [event?.receivedAt ?? '', other?.lastAt ?? ''].sort()[1] ?? ''
  if (refused && refused.lastAt > last) return { how: 'refused', at: refused.lastAt, problem: refused.problem }
  // A close says more than what came beside it.
  if (event) return { how: 'event', at: event.receivedAt, event }
  if (other) return { how: 'ignored', at: other.lastAt, type: other.type }
  return { how: 'nothing' }
}
