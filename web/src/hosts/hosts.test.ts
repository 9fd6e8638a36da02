import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { host as chatwoot } from './chatwoot.ts'
import { host as generic } from './generic.ts'
import type { ChatState, Frame, HostAdapter } from './host.ts'

const agents = 'https://agents.example.com'
const parent = { postMessage: vi.fn() }

let page: EventTarget & { parent: unknown }
let stop = () => {}
let opened: string[]
let tell: (state: ChatState) => void

beforeEach(() => {
  page = Object.assign(new EventTarget(), { parent })
  vi.stubGlobal('window', page)
})

afterEach(() => {
  stop()
  parent.postMessage.mockReset()
  vi.unstubAllGlobals()
})

function start(host: HostAdapter) {
  opened = []
  const frame: Frame = {
    origins: [agents],
    open: (conversation) => opened.push(conversation),
    watch: (listener) => {
      tell = listener
      return () => {}
    },
  }
  stop = host.start(frame)
}

function say(data: unknown, { origin = agents, source = parent as unknown } = {}) {
  page.dispatchEvent(Object.assign(new Event('message'), { data, origin, source }))
}

const context = (id: unknown) => JSON.stringify({ event: 'appContext', data: { conversation: { id } } })

describe.each([
  { name: 'our own protocol', host: generic, message: { type: 'postchat:open', conversation: '42' } },
  { name: 'Chatwoot', host: chatwoot, message: context(42) },
])('$name', ({ host, message }) => {
  beforeEach(() => start(host))

  it('opens a conversation', () => {
    say(message)
    expect(opened).toEqual(['42'])
  })
  it('hears nobody from another origin', () => {
    say(message, { origin: 'https://agents.example.com.evil.example' })
    expect(opened).toEqual([])
  })
  it('hears nobody but the page around it', () => {
    say(message, { source: { postMessage: vi.fn() } })
    expect(opened).toEqual([])
  })
  it('hears nothing once it has stopped', () => {
    stop()
    say(message)
    expect(opened).toEqual([])
  })
  it.each([
    null,
    7,
    '',
    '{',
    '[]',
    'null',
    {},
    { type: 'postchat:open' },
    { type: 'postchat:open', conversation: {} },
    context({}),
    context(''),
  ])('makes nothing of %j', (data) => {
    say(data)
    expect(opened).toEqual([])
  })
})

describe('our own protocol', () => {
  beforeEach(() => start(generic))
  const state: ChatState = { conversation: '42', canClose: true, state: 'open' }

  it('says that it is ready, and nothing else, to whoever it may be', () => {
    tell(state)
    expect(parent.postMessage.mock.calls).toEqual([[{ type: 'postchat:ready' }, '*']])
  })
  it('tells of a chat to the origin that opened it', () => {
    say({ type: 'postchat:open', conversation: '42' })
    tell({ ...state, conversation: '41' })
    tell(state)
    expect(parent.postMessage.mock.calls.slice(1)).toEqual([[{ type: 'postchat:state', ...state }, agents]])
  })
})
