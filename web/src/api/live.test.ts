import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Refusal } from './client.ts'
import { pauseBefore, watch } from './live.ts'

/** One connection that was asked for. */
interface Connection {
  headers: Record<string, string>
  credentials: string
  closed: boolean
  say(event: string, data?: unknown): void
  break(): void
}

let connections: Connection[]
/** What the next connections are answered instead of a stream. */
let answers: Response[]
let page: EventTarget & { hidden: boolean; baseURI: string }
let tab: EventTarget
let seen: { events: unknown[]; refusals: Refusal[]; states: string[] }
let stop: () => void

const later = (ms = 0) => vi.advanceTimersByTimeAsync(ms)

function connect(_: string, request: RequestInit): Promise<Response> {
  const answer = answers.shift()
  if (answer) return Promise.resolve(answer)
  let controller: ReadableStreamDefaultController<Uint8Array>
  const body = new ReadableStream<Uint8Array>({
    start: (made) => {
      controller = made
    },
  })
  const connection: Connection = {
    headers: request.headers as Record<string, string>,
    credentials: String(request.credentials),
    closed: false,
    say: (event, data) =>
      controller.enqueue(new TextEncoder().encode(`event: ${event}\ndata: ${data ? JSON.stringify({ data }) : ''}\n\n`)),
    break: () => controller.close(),
  }
  request.signal?.addEventListener('abort', () => {
    connection.closed = true
  })
  connections.push(connection)
  return Promise.resolve(new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }))
}

function show(hidden: boolean) {
  page.hidden = hidden
  page.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  vi.useFakeTimers()
  connections = []
  answers = []
  seen = { events: [], refusals: [], states: [] }
  page = Object.assign(new EventTarget(), { hidden: false, baseURI: 'https://postchat.example/x/' })
  vi.stubGlobal('document', page)
  tab = new EventTarget()
  vi.stubGlobal('addEventListener', tab.addEventListener.bind(tab))
  vi.stubGlobal('removeEventListener', tab.removeEventListener.bind(tab))
  vi.stubGlobal('fetch', connect)
})

/** Subscribes. What the first connections are answered can be given. */
async function begin(...first: Response[]) {
  answers = first
  stop = watch(
    { toString: () => 'subscription { n }' },
    {},
    {
      token: 'pcp_1',
      next: (event) => seen.events.push(event),
      refused: (refusal) => seen.refusals.push(refusal),
      status: (state) => seen.states.push(state),
    },
  )
  await later()
}

afterEach(() => {
  stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a subscription', () => {
  it('is asked for by the token, without cookies', async () => {
    await begin()
    expect(connections[0]).toMatchObject({ credentials: 'omit', headers: { Authorization: 'Bearer pcp_1' } })
  })

  it('tells what comes', async () => {
    await begin()
    connections[0]?.say('next', { n: 1 })
    await later()
    expect(seen).toMatchObject({ events: [{ n: 1 }], states: ['live'] })
  })

  it('is connected again when it breaks, with a pause', async () => {
    await begin()
    connections[0]?.say('next', { n: 1 })
    await later()
    connections[0]?.break()
    await later(400)
    expect(seen.states).toEqual(['live', 'reconnecting'])
    expect(connections).toHaveLength(1)
    await later(700)
    expect(connections).toHaveLength(2)
  })

  it('is closed a little after the page is hidden, and opened when it is seen again', async () => {
    await begin()
    show(true)
    await later(499)
    expect(connections[0]?.closed).toBe(false)
    await later(1)
    expect(connections[0]?.closed).toBe(true)
    await later(60_000)
    expect(connections).toHaveLength(1)
    show(false)
    await later()
    expect(connections).toHaveLength(2)
  })

  it('stays where the page is hidden for a moment', async () => {
    await begin()
    show(true)
    await later(100)
    show(false)
    await later(1000)
    expect(connections).toHaveLength(1)
    expect(connections[0]?.closed).toBe(false)
  })

  it('is closed at once when the page is left, and opened when somebody comes back to it', async () => {
    await begin()
    tab.dispatchEvent(new Event('pagehide'))
    expect(connections[0]?.closed).toBe(true)
    await later(60_000)
    expect(connections).toHaveLength(1)
    tab.dispatchEvent(new Event('pageshow'))
    await later()
    expect(connections).toHaveLength(2)
  })

  it('says what the server refuses, and does not ask again', async () => {
    await begin(Response.json({ errors: [{ message: 'no', extensions: { code: 'DENIED' } }] }, { status: 401 }))
    await later(60_000)
    expect(seen.refusals).toMatchObject([{ code: 'DENIED' }])
    expect(connections).toHaveLength(0)
  })

  it('is asked for again where the server is busy', async () => {
    await begin(Response.json({ errors: [{ message: 'busy', extensions: { code: 'BUSY' } }] }, { status: 429 }))
    expect(connections).toHaveLength(0)
    await later(1000)
    expect(seen.refusals).toEqual([])
    expect(connections).toHaveLength(1)
  })

  it('is over when it is stopped', async () => {
    await begin()
    stop()
    expect(connections[0]?.closed).toBe(true)
    show(false)
    await later(60_000)
    expect(connections).toHaveLength(1)
  })
})

describe('the pause before the next attempt', () => {
  it('grows, up to a quarter of a minute', () => {
    expect([0, 1, 2, 9].map((attempt) => pauseBefore(attempt, 1))).toEqual([1000, 2000, 4000, 15_000])
    expect(pauseBefore(0, 0)).toBe(500)
  })
})
