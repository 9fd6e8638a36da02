import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { readAgain, type Topic } from '../api/data.ts'
import type { Liveness } from '../api/live.ts'
import { ChangesDocument, type ChangesSubscription } from './gql/graphql.ts'

/** How the page hears of changes: it does, it tries to, it was told not to, or it may no longer. */
export type Live = Liveness | 'paused' | 'ended'

interface LiveControl {
  live: Live
  /** Stops hearing of changes, so that what is read stays as it is; or hears of them again. */
  pause(paused: boolean): void
}

const LiveContext = createContext<LiveControl>({ live: 'reconnecting', pause: () => {} })

export const useLive = () => useContext(LiveContext)

/** Keeps what is shown as it is on the server, by the one stream that a tab may hold open. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const memory = useQueryClient()
  const [paused, pause] = useState(false)
  const [liveness, setLiveness] = useState<Liveness | 'ended'>('reconnecting')
  useEffect(() => (paused ? undefined : follow(memory, setLiveness)), [memory, paused])
  const live = paused ? 'paused' : liveness
  return <LiveContext value={useMemo(() => ({ live, pause }), [live])}>{children}</LiveContext>
}

// Many changes in a row are one for whoever reads: at most one question a second comes of them.
const pause = 1000

function follow(memory: QueryClient, status: (liveness: Liveness | 'ended') => void): () => void {
  let changed = new Set<Topic>()
  let due: ReturnType<typeof setTimeout> | undefined
  const hear = (topics: readonly Topic[]) => {
    for (const topic of topics) changed.add(topic)
    due ??= setTimeout(() => {
      due = undefined
      void readAgain(memory, changed)
      changed = new Set()
    }, pause)
  }
  const wanted = {
    next: ({ accountChanged }: ChangesSubscription) => hear(topicsOf(accountChanged)),
    // The session has ended, most likely. The page stays, with what somebody may have typed there, and says how to go on.
    refused: () => status('ended'),
    status,
  }
  let ended = false
  // What is on the page comes first, and hears of changes then.
  const watching = import('../api/live.ts').then(({ watch }) => (ended ? undefined : watch(ChangesDocument, {}, wanted)))
  return () => {
    ended = true
    clearTimeout(due)
    void watching.then((stop) => stop?.())
  }
}

/** What was told of. The first event of a connection tells of nothing by name: whatever changed before it is not known. */
function topicsOf({ followUps, objects, missed }: ChangesSubscription['accountChanged']): Topic[] {
  if (missed || followUps.length + objects.length === 0) return ['all']
  return [
    ...(followUps.length > 0 ? ['followUps' as const] : []),
    ...objects.map(({ kind }) => (kind === 'source' ? 'sources' : 'account')),
  ]
}
