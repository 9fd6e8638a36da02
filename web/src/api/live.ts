import { createClient } from 'graphql-sse'
import { endpoint, type GraphQLFailure, type Operation, type Refusal, refusalOf } from './client.ts'

/** How a subscription is. */
export type Liveness = 'live' | 'reconnecting'

/** A subscription that is wanted. */
export interface Watch<Result> {
  /** Whose it is; without one, the cookies of a page of our own are sent. */
  token?: string
  next(result: Result): void
  /** The server refuses: the token has ended, or what was asked for is not there. */
  refused(refusal: Refusal): void
  status(liveness: Liveness): void
}

const longestPause = 15_000

/** The pause before an attempt to connect again: up to a second after the first failure, then twice as long each time. */
export const pauseBefore = (attempt: number, chance = Math.random()) => Math.min(longestPause, 1000 * 2 ** attempt) * (0.5 + chance / 2)

/**
 * Subscribes for as long as the page can be seen: a browser has few connections, and every open stream takes one. Connects again,
 * with pauses, when the connection breaks. The first event tells how things are, so nothing is missed meanwhile.
 */
export function watch<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables, wanted: Watch<Result>): () => void {
  const client = createClient({
    url: endpoint(),
    credentials: wanted.token === undefined ? 'same-origin' : 'omit',
    headers: wanted.token === undefined ? {} : { Authorization: `Bearer ${wanted.token}` },
    retryAttempts: 0,
  })
  const request = { query: operation.toString(), variables: variables as Record<string, unknown> }
  let close: (() => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = 0

  const again = () => {
    close = undefined
    wanted.status('reconnecting')
    timer = setTimeout(open, pauseBefore(attempt++))
  }
  const open = () => {
    clearTimeout(timer)
    if (close || document.hidden) return
    close = client.subscribe<Result>(request, {
      next: ({ data, errors }) => {
        const failure = refusalOf(errors as readonly GraphQLFailure[] | undefined)
        if (failure) return wanted.refused(failure)
        attempt = 0
        wanted.status('live')
        if (data) wanted.next(data)
      },
      error: async (error) => {
        const failure = await failureIn(error)
        if (!failure) return again()
        close = undefined
        wanted.refused(failure)
      },
      complete: () => close && again(),
    })
  }
  const shut = () => {
    clearTimeout(timer)
    const end = close
    close = undefined
    end?.()
  }
  const seen = () => {
    clearTimeout(timer)
    if (document.hidden) timer = setTimeout(shut, 500)
    else open()
  }
  document.addEventListener('visibilitychange', seen)
  // A browser may keep a page that was left, with its timers stopped and its connections open.
  addEventListener('pagehide', shut)
  addEventListener('pageshow', open)
  open()
  return () => {
    document.removeEventListener('visibilitychange', seen)
    removeEventListener('pagehide', shut)
    removeEventListener('pageshow', open)
    shut()
    client.dispose()
  }
}

/** What the server said where it would not even begin. */
async function failureIn(error: unknown): Promise<Refusal | undefined> {
  const response = (error as { response?: Response }).response
  if (!(response instanceof Response) || response.status >= 500 || response.status === 429) return undefined
  const answer = await response
    .clone()
    .json()
    .catch(() => undefined)
  return refusalOf(answer?.errors)
}
