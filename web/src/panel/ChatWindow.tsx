import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { Refusal, request } from '../api/client.ts'
import { serverLanguage } from '../api/language.ts'
import type { ChatState } from '../hosts/host.ts'
import { type PanelView, panelApi } from './api.ts'
import { Earlier } from './Earlier.tsx'
import { Footer } from './Footer.tsx'
import { Form } from './Form.tsx'
import { CanCloseDocument } from './gql/graphql.ts'
import { Head } from './Head.tsx'
import { inWords } from './problem.ts'
import { Receipt } from './Receipt.tsx'
import type { Session } from './session.ts'
import { tabShelf } from './shelf.ts'
import { PanelStore } from './store.ts'
import { nameOf, type Target } from './target.ts'
import { useWords } from './words.ts'

interface Props {
  target: Target
  session: Session
  /** Tells the app around the window what the chat is like. */
  tell(state: ChatState): void
  onList(): void
}

/** The window about one chat. */
export function ChatWindow({ target, session, tell, onList }: Props) {
  const words = useWords()
  const { t } = words
  const language = serverLanguage(words.language)
  const token = session.token ?? ''
  const store = useMemo(() => new PanelStore(panelApi(target, token, language), tabShelf(nameOf(target))), [target, token, language])
  const state = useSyncExternalStore(store.subscribe, store.get)
  useStore(store)
  useTelling(state.panel, target, token, tell)

  const denied = state.problem instanceof Refusal && state.problem.code === 'DENIED'
  const { check } = session
  useEffect(() => {
    if (denied) check()
  }, [denied, check])

  const { panel, problem } = state
  if (!panel) {
    return (
      <main className="centre">
        <p role="status" className="muted">
          {problem ? inWords(problem, t) : t(state.liveness === 'reconnecting' ? 'problem.unreachable' : 'panel.loading')}
        </p>
        <button type="button" className="button" onClick={onList}>
          {t('list.back')}
        </button>
      </main>
    )
  }
  const settled = panel.stage === 'SETTLED'
  return (
    <main className="window">
      <Head panel={panel} liveness={state.liveness} onList={onList} />
      {panel.earlier && <Earlier followUp={panel.earlier} />}
      {settled ? (
        <Receipt panel={panel} store={store} state={state} onNext={target.conversation && (() => void store.next())} />
      ) : (
        <Form panel={panel} store={store} state={state} session={session} />
      )}
      {!settled && <Footer panel={panel} store={store} state={state} />}
    </main>
  )
}

/** Lets the store listen while the window is there, and has it save when the window is left. */
function useStore(store: PanelStore) {
  useEffect(() => {
    store.start()
    const leave = () => store.flush(true)
    const hide = () => document.hidden && leave()
    window.addEventListener('blur', leave)
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('blur', leave)
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', hide)
      store.stop()
    }
  }, [store])
}

/** Tells the app around the window whether the chat may be closed by our rules, whenever something changed. */
function useTelling(panel: PanelView | null, target: Target, token: string, tell: (state: ChatState) => void) {
  const conversation = target.conversation
  const state = panel?.followUp ? panel.followUp.state.toLowerCase() : 'open'
  const version = panel?.version
  useEffect(() => {
    if (!conversation || version === undefined) return
    const control = new AbortController()
    request(CanCloseDocument, { conversation }, { token, signal: control.signal }).then(
      ({ canClose }) => tell({ conversation: conversation.id, canClose: canClose.canClose, state }),
      () => {}, // the app asks the server itself when it must know
    )
    return () => control.abort()
  }, [conversation, version, state, token, tell])
}
