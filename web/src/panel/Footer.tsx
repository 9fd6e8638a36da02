import { type RefObject, useEffect, useRef, useState } from 'react'
import { visible } from '../ui/visible.ts'
import type { PanelView } from './api.ts'
import { inWords, ruleInWords } from './problem.ts'
import { Sending } from './Sending.tsx'
import type { PanelState, PanelStore } from './store.ts'
import { clock, stretchOf } from './time.ts'
import { useCountdown } from './useCountdown.ts'
import type { Key } from './words.ts'
import { useWords } from './words.ts'

interface Props {
  panel: PanelView
  store: PanelStore
  state: PanelState
}

/** What always stays in sight: what is wrong, what will happen, and the one button to press. */
export function Footer({ panel, store, state }: Props) {
  const { t } = useWords()
  const main = useRef<HTMLButtonElement>(null)
  const submitted = panel.submittedAt !== null
  const { ready, changed } = useGivingWay(main, submitted)
  const word = t(state.wish === 'ok' ? 'ok.sending' : panel.stage === 'OPEN' ? 'ok.open' : 'ok.button')
  return (
    <footer className="footer">
      <p className="visually-hidden" role="status">
        {changed && !submitted && t('sending.undone')}
      </p>
      <Trouble store={store} state={state} />
      {submitted ? (
        <Sending panel={panel} store={store} state={state} main={main} ready={ready} />
      ) : (
        <>
          <p className="footer-line small muted">
            <Waiting panel={panel} told={state.problem !== null} />
            <span className="saved" aria-live="polite">
              {state.saving === 'away' ? null : savedWord(state, panel.version, t)}
            </span>
          </p>
          <button
            ref={main}
            type="button"
            className="button primary wide"
            aria-keyshortcuts="Control+Enter"
            disabled={!ready}
            aria-disabled={state.wish !== null}
            onClick={() => void store.ok()}
          >
            {word}
            <span className="key" aria-hidden="true">
              Ctrl ⏎
            </span>
          </button>
        </>
      )}
    </footer>
  )
}

const savedWord = (state: PanelState, version: number, t: (key: Key) => string) =>
  state.saving === 'saved' ? (version > 0 ? t('save.saved') : '') : t(`save.${state.saving}`)

/** Milliseconds in which the second click of a double click, or a key that is held down, is still on its way. */
const doubleClick = 400

/**
 * When a button gives way to another, the focus goes on to that, and not to nowhere. For a moment the new one takes no press, so that a
 * double click on OK is not an undo. Reports whether buttons have given way since the window began, and whether they can be pressed.
 */
function useGivingWay(main: RefObject<HTMLButtonElement | null>, submitted: boolean) {
  const [settled, setSettled] = useState(submitted)
  const changed = useRef(false)
  const ready = settled === submitted
  useEffect(() => {
    if (ready) return
    changed.current = true
    const timer = setTimeout(() => setSettled(submitted), doubleClick)
    return () => clearTimeout(timer)
  }, [ready, submitted])
  useEffect(() => {
    if (ready && changed.current && document.activeElement === document.body) main.current?.focus()
  }, [ready, main])
  return { ready, changed: changed.current }
}

/** What keeps the draft or the OK from being taken, in words. */
function Trouble({ store, state }: Omit<Props, 'panel'>) {
  const { t } = useWords()
  const fields = state.clashes.map((field) => t(`field.${field}`)).join(', ')
  if (state.saving === 'away') {
    return (
      <p className="trouble" role="alert">
        {t('save.away')}
      </p>
    )
  }
  if (!state.problem && state.clashes.length === 0 && !state.late) return null
  return (
    <div className="trouble" role="alert">
      <div>
        {(state.problem || fields) && <p>{state.problem ? inWords(state.problem, t) : t('clash', { fields })}</p>}
        <Late note={state.late} />
      </div>
      <button
        type="button"
        className="icon-button"
        onClick={() => store.dismiss()}
        aria-label={t('panel.dismiss')}
        title={t('panel.dismiss')}
      >
        <span aria-hidden="true">✕</span>
      </button>
    </div>
  )
}

/** A note that is in no mail, so that it can be used otherwise. */
export function Late({ note }: { note: string }) {
  const { t } = useWords()
  if (!note) return null
  return (
    <p>
      {t('late')} <q dir="auto">{note}</q>
    </p>
  )
}

/** What happens if nobody presses OK, or what is still to be done before. */
function Waiting({ panel, told }: { panel: PanelView; told: boolean }) {
  const { t, language } = useWords()
  const left = useCountdown(panel.sendsAt)
  const problem = panel.envelope.problems[0]
  const { followUp, sendsAt } = panel
  if (problem) return told ? <span /> : <span className="warning">{ruleInWords(problem, t)}</span>
  if (!followUp) return <span>{t('wait.open')}</span>
  const time = sendsAt ? clock(sendsAt, language) : ''
  switch (followUp.state) {
    case 'AWAITING_TRANSCRIPT':
      return (
        <span>
          {t('wait.transcript')} <bdi>{visible(followUp.reason)}</bdi>
        </span>
      )
    case 'AWAITING_CODE':
      return <span>{time && t('wait.code', { time })}</span>
    case 'AWAITING_OK':
      return <span>{time && t('wait.limit', { time })}</span>
    default:
      return <span>{left === null ? t('wait.reopened') : t('wait.hold', { time: stretchOf(left) })}</span>
  }
}
