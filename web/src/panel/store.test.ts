import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Refusal, Unreachable } from '../api/client.ts'
import type { PanelApi, PanelView, WatchListener } from './api.ts'
import { type Draft, emptyDraft } from './draft.ts'
import type { Shelf, Unsaved } from './shelf.ts'
import { PanelStore } from './store.ts'

const view = (version: number, parts: Partial<Draft> = {}, more: Partial<PanelView> = {}) => {
  const { extra, ...draft } = { ...emptyDraft, ...parts }
  const submission = { ...draft, extraAddresses: extra.map((text) => ({ text })), operator: '' }
  const envelope = { recipients: [] }
  return { stage: 'WAITING', version, submittedAt: null, followUp: { id: 'f' }, submission, envelope, ...more } as unknown as PanelView
}

/** A server that takes what it is given, unless it is told to fail, and counts. */
class FakeApi implements PanelApi {
  server = view(1)
  fail: Error[] = []
  calls: string[] = []
  keys: string[] = []
  listener: WatchListener | undefined
  /** Holds answers back until it is called. */
  gate: Promise<void> = Promise.resolve()

  async #answer(call: string, version: number, draft?: Draft): Promise<PanelView> {
    this.calls.push(call)
    await this.gate
    const error = this.fail.shift()
    if (error) throw error
    if (draft && version !== this.server.version) throw new Refusal('changed', { code: 'CONFLICT', rule: 'changed' })
    if (draft) this.server = view(this.server.version + 1, { ...draft, note: draft.note.trim() })
    return this.server
  }
  load = () => this.#answer('load', 0)
  save = (version: number, draft: Draft) => this.#answer(`save ${draft.note}`, version, draft)
  submit = (version: number, draft: Draft, key: string) => {
    this.keys.push(key)
    return this.#answer(`submit ${draft.note}`, version, draft)
  }
  undo = () => this.#answer('undo', 0)
  sendNow = () => this.#answer('sendNow', 0)
  sendAgain = () => this.#answer('sendAgain', 0)
  watch(listener: WatchListener) {
    this.listener = listener
    return () => {}
  }
  /** Somebody else writes. */
  other(parts: Partial<Draft>, more: Partial<PanelView> = {}) {
    this.server = view(this.server.version + 1, parts, more)
    this.listener?.next(this.server)
  }
}

class FakeShelf implements Shelf {
  kept: Unsaved | undefined
  read = () => this.kept
  write = (unsaved: Unsaved) => {
    this.kept = unsaved
  }
  clear = () => {
    this.kept = undefined
  }
}

let api: FakeApi
let shelf: FakeShelf
let store: PanelStore
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms)

function begin() {
  store = new PanelStore(api, shelf)
  store.start()
  api.listener?.next(api.server)
}

beforeEach(() => {
  vi.useFakeTimers()
  api = new FakeApi()
  shelf = new FakeShelf()
  begin()
})

afterEach(() => vi.useRealTimers())

describe('what is written', () => {
  it('is saved at once where it was picked, and in a moment where it is typed', async () => {
    store.edit({ note: 'a' })
    store.edit({ note: 'ab' })
    await settle(599)
    expect(api.calls).toEqual([])
    await settle(1)
    expect(api.calls).toEqual(['save ab'])
    store.edit({ codes: ['lead'] })
    await settle()
    expect(api.calls).toHaveLength(2)
    expect(store.get()).toMatchObject({ saving: 'saved', draft: { note: 'ab', codes: ['lead'] } })
  })

  it('is kept in the browser until the server has it', async () => {
    store.edit({ note: 'a' })
    expect(shelf.kept?.draft.note).toBe('a')
    await settle(600)
    expect(shelf.kept).toBeUndefined()
  })

  it('comes back after a crash, on top of what others wrote since', async () => {
    store.edit({ note: 'mine' })
    api.server = view(5, { codes: ['lead'] })
    begin()
    expect(store.get().draft).toMatchObject({ note: 'mine', codes: ['lead'] })
    await settle()
    expect(api.server.submission).toMatchObject({ note: 'mine', codes: ['lead'] })
  })

  it('may go on while the last of it is saved, and keeps its blanks', async () => {
    let open = () => {}
    api.gate = new Promise((resolve) => {
      open = resolve
    })
    store.edit({ note: 'a ' })
    await settle(600)
    store.edit({ note: 'a b ' })
    open()
    await settle(600)
    expect(api.calls).toEqual(['save a ', 'save a b '])
    expect(store.get()).toMatchObject({ draft: { note: 'a b ' }, clashes: [], saving: 'saved' })
  })

  it('is saved again when the server is back', async () => {
    api.fail = [new Unreachable('gone'), new Unreachable('gone')]
    store.edit({ codes: ['lead'] })
    await settle()
    expect(store.get().saving).toBe('away')
    await settle(10_000)
    expect(store.get().saving).toBe('saved')
    expect(api.calls).toHaveLength(3)
  })

  it('stays, and is saved again, where somebody else was quicker', async () => {
    api.server = view(2, { urgent: true })
    store.edit({ codes: ['lead'] })
    await settle()
    expect(api.calls).toEqual(['save ', 'load', 'save '])
    expect(store.get().draft).toMatchObject({ codes: ['lead'], urgent: true })
    expect(store.get()).toMatchObject({ saving: 'saved', problem: null, clashes: [] })
  })

  it('says what both changed', async () => {
    store.edit({ note: 'mine' })
    api.other({ note: 'theirs' })
    await settle(600)
    expect(store.get()).toMatchObject({ draft: { note: 'mine' }, clashes: ['note'], saving: 'saved' })
  })

  it('goes back into the field where it is no address, and the rest is saved', async () => {
    api.fail = [new Refusal('no address', { code: 'INVALID', field: 'input.extraAddresses', rule: 'address' })]
    store.edit({ extra: ['nobody'], urgent: true })
    await settle()
    expect(store.get()).toMatchObject({ notTaken: { text: 'nobody' }, draft: { extra: [], urgent: true }, saving: 'saved' })
  })

  it('is told where it came after somebody else pressed OK, and changes nothing of what goes', async () => {
    store.edit({ note: 'mine' })
    api.other({ note: 'theirs' }, { submittedAt: '2026-07-01T09:00:00Z' })
    await settle(600)
    expect(store.get()).toMatchObject({ draft: { note: 'theirs' }, late: 'mine', saving: 'saved' })
    expect(api.calls).toEqual([])
  })

  it('is not saved over the OK of somebody who was quicker', async () => {
    api.server = view(2, {}, { submittedAt: '2026-07-01T09:00:00Z' })
    store.edit({ note: 'mine' })
    await settle(600)
    expect(api.calls).toEqual(['save mine', 'load'])
    expect(store.get()).toMatchObject({ late: 'mine', problem: { rule: 'changed' } })
  })

  it('is not saved where it was sent meanwhile, and that is said', async () => {
    api.server = view(2, { note: 'sent' }, { stage: 'SETTLED' })
    api.fail = [new Refusal('settled', { code: 'CONFLICT', rule: 'settled' })]
    store.edit({ codes: ['lead'] })
    await settle()
    expect(store.get()).toMatchObject({ problem: { rule: 'settled' }, draft: { note: 'sent', codes: null } })
    expect(api.calls).toEqual(['save ', 'load'])
  })

  it('is saved at once when the window is left', () => {
    store.edit({ note: 'a' })
    store.flush(true)
    store.stop()
    return settle().then(() => expect(api.calls).toEqual(['save a']))
  })
})

describe('what others write', () => {
  it('shows where nothing was touched', () => {
    api.other({ note: 'theirs' })
    expect(store.get().draft.note).toBe('theirs')
  })

  it('is not put back by an event that comes late', () => {
    api.other({ note: 'new' })
    api.listener?.next(view(1, { note: 'old' }))
    expect(store.get().draft.note).toBe('new')
  })
})

describe('the next follow-up', () => {
  it('begins with nothing, whatever the last one had', async () => {
    api.other({ note: 'sent', codes: ['lead'] }, { stage: 'SETTLED' })
    await store.next()
    expect(store.get()).toMatchObject({ draft: emptyDraft, saving: 'saved' })
    expect(api.server.submission).toMatchObject({ note: '', codes: null })
  })
})

describe('OK', () => {
  it('takes what is on the screen along, saved or not', async () => {
    store.edit({ note: 'a' })
    await store.ok()
    await settle(600)
    expect(api.calls).toEqual(['submit a'])
  })

  it('is pressed once, however often it is pressed', async () => {
    const first = store.ok()
    expect(await store.ok()).toBe(false)
    await first
    expect(api.calls).toEqual(['submit '])
  })

  it('has the same key until it was answered, and then another', async () => {
    api.fail = [new Unreachable('gone')]
    await store.ok()
    expect(store.get().problem).toBeInstanceOf(Unreachable)
    await store.ok()
    await store.ok()
    expect(api.keys[0]).toBe(api.keys[1])
    expect(api.keys[2]).not.toBe(api.keys[1])
  })

  it('of somebody who was quicker is told until it is taken back', async () => {
    api.server = view(2, {}, { submittedAt: '2026-07-01T09:00:00Z' })
    api.fail = [new Refusal('submitted', { code: 'CONFLICT', rule: 'submitted' })]
    expect(await store.ok()).toBe(false)
    expect(store.get().problem).toMatchObject({ rule: 'submitted' })
    api.other({})
    expect(store.get().problem).toBeNull()
  })

  it('shows what somebody else changed, and must be pressed again', async () => {
    api.server = view(2, { urgent: true })
    expect(await store.ok()).toBe(false)
    expect(store.get()).toMatchObject({ problem: { rule: 'changed' }, draft: { urgent: true }, wish: null })
    expect(await store.ok()).toBe(true)
  })

  it('is meant for the chat that has closed meanwhile, where what was seen is as it was', async () => {
    api.server = view(2)
    expect(await store.ok()).toBe(true)
    expect(api.calls).toEqual(['submit ', 'load', 'submit '])
    expect(store.get().problem).toBeNull()
  })

  it('must be pressed again where others get it now', async () => {
    const recipients = [{ address: { email: 'sales@acme.example' } }]
    api.server = view(2, {}, { envelope: { recipients } } as unknown as Partial<PanelView>)
    expect(await store.ok()).toBe(false)
    expect(store.get().problem).toMatchObject({ rule: 'changed' })
    expect(api.keys).toHaveLength(1)
  })
})
