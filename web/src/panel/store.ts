import { Refusal, Unreachable } from '../api/client.ts'
import { newKey } from '../api/key.ts'
import { type Liveness, pauseBefore } from '../api/live.ts'
import type { PanelApi, PanelView } from './api.ts'
import { type Draft, draftOf, emptyDraft, type Field, merge, sameDraft } from './draft.ts'
import type { Shelf } from './shelf.ts'

/** What the operator wishes of the server. */
export type Wish = 'ok' | 'undo' | 'now' | 'again' | 'next'

/** Everything that the window shows of its target. */
export interface PanelState {
  /** What the server told last; null until it has told anything. */
  panel: PanelView | null
  draft: Draft
  /** Whether the server has the draft. `away`: it will be tried again. */
  saving: 'saved' | 'unsaved' | 'saving' | 'away'
  /** What was wished and is not answered yet. */
  wish: Wish | null
  /** Why the last wish or draft was refused. */
  problem: Error | null
  /** Addresses that were not taken, and why. */
  notTaken: { text: string; problem: Error } | null
  /** A note that came after somebody else's OK, and is in no mail; empty for none. */
  late: string
  /** What somebody else changed at the same time, and is as it was written here. */
  clashes: Field[]
  liveness: Liveness
}

const patience = 600 // milliseconds in which somebody who types is not asked to be done

/**
 * The window's memory of one target: what the server has, what was written here, and how both become the same. It decides nothing:
 * whether a draft or an OK is taken is what the server says.
 */
export class PanelStore {
  #state: PanelState
  // What the server had when it was last heard: what differs from it here was written here.
  #base: Draft
  #listeners = new Set<() => void>()
  #api: PanelApi
  #shelf: Shelf
  #unwatch: (() => void) | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #writing: Promise<void> | undefined
  // Events that came while something was written: whether they are from before or after, the answer will tell.
  #heard: PanelView | undefined
  #attempt = 0
  #key: { wish: string; key: string } | undefined
  #ended = false

  constructor(api: PanelApi, shelf: Shelf) {
    this.#api = api
    this.#shelf = shelf
    const kept = shelf.read()
    this.#base = kept?.base ?? emptyDraft
    this.#state = {
      panel: null,
      draft: kept?.draft ?? emptyDraft,
      saving: 'saved',
      wish: null,
      problem: null,
      notTaken: null,
      late: '',
      clashes: [],
      liveness: 'live',
    }
  }

  /** Begins to listen to the server. */
  start() {
    this.#ended = false
    this.#unwatch = this.#api.watch({
      next: (panel) => this.#hear(panel),
      refused: (problem) => this.#set({ problem }),
      status: (liveness) => this.#set({ liveness }),
    })
  }

  /** Saves what is not saved yet, and listens no more. */
  stop() {
    this.flush(true)
    this.#ended = true
    this.#unwatch?.()
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  get = () => this.#state

  /**
   * Writes into the draft. Typing is saved in a moment, everything else at once. What depends on what was written before is given as a
   * function of it, for two events can come before the next picture.
   */
  edit = (change: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) => {
    const parts = typeof change === 'function' ? change(this.#state.draft) : change
    this.#set({ draft: { ...this.#state.draft, ...parts }, problem: null, notTaken: null })
    this.#keep()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.flush(), 'note' in parts ? patience : 0)
  }

  /** Forgets why something was refused. */
  dismiss() {
    this.#set({ problem: null, notTaken: null, late: '', clashes: [] })
  }

  /** Saves at once. `last` is for a page that is about to go. */
  flush(last = false) {
    clearTimeout(this.#timer)
    if (this.#ended || !this.#state.panel || sameDraft(this.#state.draft, this.#base)) return
    if (last || !this.#writing) void this.#write(() => this.#save(last))
  }

  /** Saves, and waits until that is done or has failed. */
  async saved() {
    this.flush()
    await this.#writing
  }

  /** Presses OK. */
  ok() {
    return this.#do('ok', async () => {
      const seen = this.#sight()
      try {
        await this.#submit()
      } catch (error) {
        // The chat's close is a change too. Where all that was seen is as it was, the OK is meant for what there is now.
        const changed = error instanceof Refusal && error.rule === 'changed'
        if (!changed || !(await this.#reload()) || this.#state.panel?.submittedAt || this.#sight() !== seen) throw error
        await this.#submit()
      }
    })
  }

  async #submit() {
    const sent = this.#state.draft
    const version = this.#state.panel?.version ?? 0
    const panel = await this.#api.submit(version, sent, this.#keyFor('ok', [version, sent]))
    this.#take(panel, sent)
  }

  /** What an OK is for: the operator's part, and who gets it. */
  #sight = () => JSON.stringify([this.#state.draft, this.#state.panel?.envelope.recipients.map(({ address }) => address.email)])

  /** Takes the OK back. */
  undo() {
    return this.#do('undo', async () => this.#take(await this.#api.undo()))
  }

  /** Ends the undo delay. */
  sendNow() {
    const id = this.#state.panel?.followUp?.id
    return id ? this.#do('now', async () => this.#take(await this.#api.sendNow(id, this.#keyFor('now', [id])))) : Promise.resolve(false)
  }

  /** Sends what was sent to other addresses too. */
  sendAgain(followUp: string, addresses: string) {
    return this.#do('again', async () =>
      this.#take(await this.#api.sendAgain(followUp, addresses, this.#keyFor('again', [followUp, addresses]))),
    )
  }

  /** Begins the follow-up that comes after a settled one: nothing is written yet, and what is waits for the next close. */
  next() {
    return this.#do('next', async () => {
      const panel = await this.#api.save(this.#state.panel?.version ?? 0, emptyDraft, false)
      this.#set({ draft: emptyDraft })
      this.#take(panel, emptyDraft)
    })
  }

  #set(parts: Partial<PanelState>) {
    this.#state = { ...this.#state, ...parts }
    for (const listener of this.#listeners) listener()
  }

  /** Keeps in this browser what the server has not got. */
  #keep() {
    const { draft } = this.#state
    if (sameDraft(draft, this.#base)) this.#shelf.clear()
    else this.#shelf.write({ base: this.#base, draft })
  }

  #hear(panel: PanelView) {
    if (this.#writing) this.#heard = panel
    else if (!isOlder(panel, this.#state.panel)) this.#take(panel)
    if (!this.#writing && !sameDraft(this.#state.draft, this.#base)) this.flush()
  }

  /** Takes what the server has. `sent` is what it was just given. */
  #take(panel: PanelView, sent = this.#base) {
    const theirs = draftOf(panel.submission)
    const first = !this.#state.panel
    const { draft, clashes } = merge(sent, this.#state.draft, theirs)
    // Once OK was pressed, what goes is what the server has: that is shown, and a note that is not in it is told.
    if (panel.submittedAt !== null || panel.stage === 'SETTLED') {
      const late = draft.note.trim() === theirs.note.trim() ? this.#state.late : draft.note
      this.#base = theirs
      this.#shelf.clear()
      this.#set({ panel, draft: theirs, saving: 'saved', clashes: [], late })
      return
    }
    this.#base = theirs
    const saving = sameDraft(draft, theirs) ? 'saved' : 'unsaved'
    const over = this.#state.problem instanceof Refusal && this.#state.problem.rule === 'submitted'
    this.#set({
      panel,
      draft,
      saving,
      problem: over ? null : this.#state.problem,
      clashes: first ? [] : [...new Set([...this.#state.clashes, ...clashes])],
    })
    this.#keep()
  }

  /** Runs one write after another: the version that one gets is what the next is about. */
  async #write(work: () => Promise<void>) {
    const before = this.#writing
    const mine = (async () => {
      await before
      await work()
    })()
    this.#writing = mine
    await mine
    if (this.#writing !== mine) return
    this.#writing = undefined
    const heard = this.#heard
    this.#heard = undefined
    if (heard && !isOlder(heard, this.#state.panel)) this.#take(heard)
  }

  async #save(last: boolean) {
    for (let tries = 0; tries < 5 && !sameDraft(this.#state.draft, this.#base) && this.#state.panel; tries++) {
      const sent = this.#state.draft
      this.#set({ saving: 'saving' })
      try {
        this.#take(await this.#api.save(this.#state.panel.version, sent, last), sent)
        this.#attempt = 0
      } catch (error) {
        if (!(await this.#recover(error as Error, sent))) return
      }
    }
  }

  /** Says whether a save that failed is to be tried again at once. */
  async #recover(error: Error, sent: Draft): Promise<boolean> {
    if (error instanceof Unreachable) {
      this.#set({ saving: 'away' })
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.flush(), pauseBefore(this.#attempt++))
      return false
    }
    if (isAddress(error)) {
      const text = sent.extra.filter((address) => !this.#base.extra.includes(address)).join('; ')
      this.#set({ draft: { ...this.#state.draft, extra: this.#base.extra }, saving: 'saved', notTaken: { text, problem: error } })
      this.#keep()
      return true
    }
    if (error instanceof Refusal && error.code === 'CONFLICT' && (await this.#reload())) {
      if (!sameDraft(this.#state.draft, this.#base)) return true
    }
    this.#set({ saving: 'unsaved', problem: error })
    return false
  }

  async #reload(): Promise<boolean> {
    try {
      this.#take(await this.#api.load())
      return true
    } catch {
      return false
    }
  }

  /** Does what the operator wishes, once: whoever presses twice is heard once. Reports whether it was done. */
  async #do(wish: Wish, work: () => Promise<void>): Promise<boolean> {
    if (this.#state.wish || !this.#state.panel) return false
    clearTimeout(this.#timer)
    this.#set({ wish, problem: null, notTaken: null, clashes: [] })
    let done = false
    await this.#write(async () => {
      try {
        await work()
        this.#key = undefined
        done = true
      } catch (error) {
        const conflict = error instanceof Refusal && error.code === 'CONFLICT' && (await this.#reload())
        // That somebody else has pressed OK is there to be seen; there is nothing to look at once more.
        const moot = conflict && error.rule === 'changed' && this.#state.panel?.submittedAt
        this.#set({ problem: moot ? null : (error as Error) })
      }
    })
    this.#set({ wish: null })
    this.flush()
    return done
  }

  /** The key of a wish. The same wish has the same until it was answered, so that it comes true once. */
  #keyFor(...wish: unknown[]): string {
    const name = JSON.stringify(wish)
    if (this.#key?.wish !== name) this.#key = { wish: name, key: newKey() }
    return this.#key.key
  }
}

const isAddress = (error: Error) => error instanceof Refusal && (error.rule === 'address' || error.field.includes('extraAddresses'))

/** Whether what was told is from before what is known of the same thing. */
function isOlder(told: PanelView, known: PanelView | null): boolean {
  return known !== null && told.stage === known.stage && told.followUp?.id === known.followUp?.id && told.version < known.version
}
