import { keepPreviousData, QueryClient, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Operation, Refusal, request } from './client.ts'

/** What a question is about: follow-ups, what people set up, sources and their events, or all of it. */
export type Topic = 'followUps' | 'account' | 'sources' | 'all'

/** Asks anew what is about something that has changed. */
export function readAgain(memory: QueryClient, changed: ReadonlySet<Topic>) {
  const about = (topic: unknown) => topic === 'all' || changed.has('all') || changed.has(topic as Topic)
  return memory.invalidateQueries({ predicate: ({ queryKey }) => about(queryKey[0]) })
}

/** What pages have been told by the API. Nothing is asked anew only because a window was looked at: changes are told, see live. */
export const newMemory = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, problem) => failures < 2 && !(problem instanceof Refusal),
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // The server may be on this machine or in this house, where no other network is needed.
        networkMode: 'always',
      },
      // What comes of a change may hold a secret: nobody remembers it once what asked for it is gone.
      mutations: { gcTime: 0, networkMode: 'always' },
    },
  })

/** An answer, or the way to it. The answer to another question of the same sort stays until this one's is there. */
export type Data<Result> = UseQueryResult<Result, Error>

/** Asks the API, and again whenever the topic changes. Null variables ask nothing. */
export function useData<Result, Variables>(
  topic: Topic,
  operation: Operation<Result, Variables>,
  variables: Variables | null,
): Data<Result> {
  return useQuery({
    queryKey: [topic, operation.toString(), variables],
    queryFn: ({ signal }) => request(operation, variables as Variables, { signal }),
    enabled: variables !== null,
    placeholderData: keepPreviousData,
  })
}

/** Asks once, for what must be known right before a change. Throws what request throws. */
export function useAsk<Result, Variables>(operation: Operation<Result, Variables>): (variables: Variables) => Promise<Result> {
  const memory = useQueryClient()
  return (variables) =>
    memory.fetchQuery({
      queryKey: ['once', operation.toString(), variables],
      queryFn: () => request(operation, variables),
      staleTime: 0,
      gcTime: 0,
    })
}

/** A change that can be asked for, and how that went. */
export interface Change<Result, Input> {
  /** Asks for it. Gives what came of it, or undefined where it failed: then `problem` says why. */
  run(input: Input): Promise<Result | undefined>
  busy: boolean
  problem: Error | null
  /** Forgets the problem. */
  reset(): void
}

/** A mutation. Once it is done, everything on the page is asked for anew. */
export function useChange<Result, Input>(operation: Operation<Result, { input: Input }>): Change<Result, Input> {
  const memory = useQueryClient()
  const { mutateAsync, isPending, error, reset } = useMutation({
    mutationFn: (input: Input) => request(operation, { input }),
    onSuccess: () => memory.invalidateQueries(),
  })
  return { run: (input) => mutateAsync(input).catch(() => undefined), busy: isPending, problem: error, reset }
}
