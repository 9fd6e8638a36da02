import { request } from '../api/client.ts'
import { type Liveness, watch } from '../api/live.ts'
import { type Draft, inputOf } from './draft.ts'
import {
  type Language,
  PanelChangedDocument,
  PanelDocument,
  type PanelPartsFragment,
  SaveDraftDocument,
  SendAgainDocument,
  SendNowDocument,
  SubmitDocument,
  UndoDocument,
} from './gql/graphql.ts'
import type { Target } from './target.ts'

/** What the window shows, as the server has it. */
export type PanelView = PanelPartsFragment

/** What the window asks of the API about its target. */
export interface PanelApi {
  load(): Promise<PanelView>
  /** `last` is for a page that is about to go. */
  save(version: number, draft: Draft, last: boolean): Promise<PanelView>
  submit(version: number, draft: Draft, key: string): Promise<PanelView>
  undo(): Promise<PanelView>
  sendNow(followUp: string, key: string): Promise<PanelView>
  sendAgain(followUp: string, addresses: string, key: string): Promise<PanelView>
  watch(listener: WatchListener): () => void
}

/** Hears of every change. */
export interface WatchListener {
  next(panel: PanelView): void
  refused(error: Error): void
  status(liveness: Liveness): void
}

/** The API, for a target, with a token, and with the server's sentences in a language. */
export function panelApi(target: Target, token: string, language: Language): PanelApi {
  const caller = { token }
  const load = async () => (await request(PanelDocument, { ...target, language }, caller)).panel
  return {
    load,
    save: async (version, draft, last) => {
      const answer = await request(SaveDraftDocument, { language, input: { ...target, version, ...inputOf(draft) } }, { ...caller, last })
      return answer.saveDraft?.panel ?? load()
    },
    submit: async (version, draft, idempotencyKey) => {
      const answer = await request(SubmitDocument, { language, input: { ...target, version, ...inputOf(draft), idempotencyKey } }, caller)
      return answer.submitFollowUp?.panel ?? load()
    },
    undo: async () => (await request(UndoDocument, { language, input: target }, caller)).undoFollowUp?.panel ?? load(),
    sendNow: async (followUp, idempotencyKey) => {
      const answer = await request(SendNowDocument, { language, input: { followUp, idempotencyKey } }, caller)
      return answer.sendFollowUpNow?.panel ?? load()
    },
    sendAgain: async (followUp, addresses, idempotencyKey) => {
      await request(SendAgainDocument, { input: { followUp, to: 'OTHERS', addresses, idempotencyKey } }, caller)
      return load()
    },
    watch: ({ next, refused, status }) =>
      watch(PanelChangedDocument, { ...target, language }, { token, next: (event) => next(event.panelChanged.panel), refused, status }),
  }
}
