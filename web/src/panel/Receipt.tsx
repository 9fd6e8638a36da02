import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { State, toneOf } from '../ui/State.tsx'
import { visible } from '../ui/visible.ts'
import type { PanelView } from './api.ts'
import { Late } from './Footer.tsx'
import type { FollowUpPartsFragment } from './gql/graphql.ts'
import { inWords } from './problem.ts'
import { reasonsInWords } from './reason.ts'
import type { PanelState, PanelStore } from './store.ts'
import { clock } from './time.ts'
import { useWords } from './words.ts'

interface Props {
  panel: PanelView
  store: PanelStore
  state: PanelState
  /** Begins the next follow-up of the conversation; undefined where the window is about one follow-up. */
  onNext: (() => void) | undefined
}

/** What became of the follow-up, live and for ever. */
export function Receipt({ panel, store, state, onNext }: Props) {
  const { t } = useWords()
  const title = useRef<HTMLHeadingElement>(null)
  // The buttons that were here are gone: whoever was at one of them goes on reading here.
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true })
  }, [])
  const { followUp } = panel
  if (!followUp) return null
  return (
    <div className="form">
      <section className="receipt" aria-labelledby="receipt">
        <h2 id="receipt" ref={title} tabIndex={-1}>
          {t('receipt.title')}
        </h2>
        <Deliveries followUp={followUp} />
      </section>
      {(state.problem || state.late) && (
        <div className="trouble" role="alert">
          {state.problem && <p>{inWords(state.problem, t)}</p>}
          <Late note={state.late} />
        </div>
      )}
      <SendAnother followUp={followUp.id} store={store} busy={state.wish !== null} />
      <Sent followUp={followUp} />
      {onNext && (
        <p className="next">
          <button type="button" className="button" onClick={onNext}>
            {t('next.prepare')}
          </button>
          <span className="small muted">{t('next.hint')}</span>
        </p>
      )}
    </div>
  )
}

type FollowUp = FollowUpPartsFragment
type Delivery = FollowUp['receipt'][number]

/** Every mail to every address, with the words of the mail servers. */
export function Deliveries({ followUp }: { followUp: FollowUp }) {
  const { t } = useWords()
  if (followUp.receipt.length === 0) {
    return (
      <p className="nobody" role="status">
        <strong>{t('receipt.nobody')}</strong>
        <span className="small muted">
          {followUp.decision?.notForwarded ? t(`envelope.${followUp.decision.notForwarded}`) : followUp.reason}
        </span>
      </p>
    )
  }
  return (
    <ul className="recipients" aria-live="polite" aria-relevant="additions text">
      {followUp.receipt.map((delivery) => (
        <DeliveryRow key={delivery.id} delivery={delivery} />
      ))}
    </ul>
  )
}

function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const { t, language } = useWords()
  const { recipient, state, words, reasons, nextAt, steps } = delivery
  return (
    <li className="delivery">
      <span className="recipient-address">
        {recipient.name && <bdi className="recipient-name">{recipient.name}</bdi>}{' '}
        <bdi className={recipient.name ? 'muted' : ''}>{recipient.email}</bdi>
      </span>
      <State tone={toneOf(state)}>{t(`delivery.${state}`)}</State>
      <span className="recipient-why small muted">{reasonsInWords(reasons)}</span>
      {words && (
        <span className="server-words small" dir="auto">
          {visible(words)}
        </span>
      )}
      {nextAt && <span className="recipient-why small muted">{t('receipt.nextTry', { time: clock(nextAt, language) })}</span>}
      {steps.length > 0 && (
        <details className="steps small">
          <summary>{t('receipt.history')}</summary>
          <ol>
            {steps.map((step) => (
              <li key={`${step.at} ${step.state}`}>
                <time dateTime={step.at}>{new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(new Date(step.at))}</time>{' '}
                {t(`delivery.${step.state}`)}
                {step.words && (
                  <span className="server-words" dir="auto">
                    {visible(step.words)}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  )
}

function SendAnother({ followUp, store, busy }: { followUp: string; store: PanelStore; busy: boolean }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const id = useId()
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (await store.sendAgain(followUp, text)) setText('')
  }
  return (
    <form className="another" onSubmit={send}>
      <label htmlFor={id}>{t('receipt.another')}</label>
      <div className="row">
        <input
          id={id}
          className="input"
          inputMode="email"
          autoComplete="off"
          dir="auto"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="button" disabled={text.trim() === '' || busy}>
          {t('receipt.send')}
        </button>
      </div>
    </form>
  )
}

/** The operator's part, as it went out. */
function Sent({ followUp }: { followUp: FollowUp }) {
  const { t } = useWords()
  const { submission, codes } = followUp
  if (codes.length === 0 && submission.note === '' && !submission.urgent) return null
  return (
    <section className="sent" aria-labelledby="sent">
      <h2 id="sent">{t('receipt.details')}</h2>
      {codes.length > 0 && (
        <p className="chips">
          {codes.map((code) => (
            <bdi className="chip" key={code}>
              {visible(code)}
            </bdi>
          ))}
          {submission.urgent && <span className="chip bad">{t('note.urgent')}</span>}
        </p>
      )}
      {submission.note && (
        <p className="sent-note" dir="auto">
          {visible(submission.note)}
        </p>
      )}
    </section>
  )
}
