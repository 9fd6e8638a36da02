import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core'
import { hearTime } from './clock.ts'

/** A document that codegen made of a .graphql file: its text, and the types of what it takes and gives. */
export interface Operation<Result, Variables> extends DocumentTypeDecoration<Result, Variables> {
  toString(): string
}

/** What the server says of a failure. Its words are for people, and in English. */
export class Refusal extends Error {
  /** INVALID, NOT_FOUND, CONFLICT, DENIED, BUSY, INTERNAL ... */
  readonly code: string
  /** A word for a rule that pages explain in their own language; empty for most failures. */
  readonly rule: string
  /** The path of the input at fault, where one is. */
  readonly field: string
  /** All that was refused at once, this one first. */
  readonly all: readonly Refusal[]

  constructor(message: string, extensions: Partial<Record<'code' | 'rule' | 'field', string>> = {}, others: readonly Refusal[] = []) {
    super(message)
    this.all = [this, ...others]
    this.code = extensions.code ?? 'INTERNAL'
    this.rule = extensions.rule ?? ''
    this.field = extensions.field ?? ''
  }
}

/** No answer that could be read: the network, or the server, is away. The request may have been carried out or not. */
export class Unreachable extends Error {}

/** How an answer says that something failed. */
export interface GraphQLFailure {
  message: string
  extensions?: Record<string, string>
}

/** What the errors of an answer say; undefined where there are none. */
export function refusalOf(failures: readonly GraphQLFailure[] | undefined): Refusal | undefined {
  const others = failures?.slice(1).map(({ message, extensions }) => new Refusal(message, extensions))
  const first = failures?.[0]
  return first && new Refusal(first.message, first.extensions, others)
}

/** The address of the API: all addresses are relative to the page's base, which is where the server is. */
export const endpoint = () => new URL('graphql', document.baseURI).href

/** Whose request it is. */
export interface Caller {
  /** A token; an empty one for a request of nobody. Without any, the cookies of a page of our own are sent. */
  token?: string
  signal?: AbortSignal
  /** Whether the request outlives the page. */
  last?: boolean
}

/** Asks the API once. Throws Refusal for the errors of an answer, and Unreachable where there is no answer. */
export async function request<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  { token, signal, last }: Caller = {},
): Promise<Result> {
  const response = await fetch(endpoint(), {
    method: 'POST',
    credentials: token === undefined ? 'same-origin' : 'omit',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query: operation.toString(), variables }),
    signal: signal ?? null,
    keepalive: last ?? false,
  }).catch((error: unknown) => {
    throw signal?.aborted ? error : new Unreachable(String(error))
  })
  hearTime(response.headers.get('Date'))
  const answer = await response.json().catch(() => {
    throw new Unreachable(`HTTP ${response.status}`)
  })
  const refusal = refusalOf(answer.errors)
  if (refusal) throw refusal
  return answer.data
}
