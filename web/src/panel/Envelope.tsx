import { type FormEvent, type RefObject, useEffect, useId, useState } from 'react'
import { request } from '../api/client.ts'
import { useAnswer } from '../api/useAnswer.ts'
import type { PanelView } from './api.ts'
import { SuggestAddressesDocument } from './gql/graphql.ts'
import { inWords } from './problem.ts'
import { reasonsInWords } from './reason.ts'
import type { PanelState, PanelStore } from './store.ts'
import { useWords } from './words.ts'

interface Props {
  panel: PanelView
  state: PanelState
  store: PanelStore
  token: string
  input: RefObject<HTMLInputElement | null>
}

/** Who gets it, and why: what the server makes of the draft. */
export function Envelope({ panel, state, store, token, input }: Props) {
  const { t } = useWords()
  const { recipients, notForwarded } = panel.envelope
  const remove = (address: string) => store.edit({ extra: state.draft.extra.filter((other) => other !== address) })
  const summary =
    recipients.length > 0
      ? t('envelope.summary', { count: recipients.length, addresses: recipients.map(({ address }) => address.email).join(', ') })
      : t('envelope.nobody')
  return (
    <section className="envelope" aria-labelledby="goes-to">
      <h2 id="goes-to">{t('envelope.title')}</h2>
      <p className="visually-hidden" role="status">
        {summary}
      </p>
      {recipients.length === 0 ? (
        <p className="nobody">
          <strong>{t('envelope.nobody')}</strong>
          {notForwarded && <span className="small muted">{t(`envelope.${notForwarded}`)}</span>}
        </p>
      ) : (
        <ul className="recipients">
          {recipients.map((recipient) => (
            <Recipient key={recipient.address.email} recipient={recipient} onRemove={remove} />
          ))}
        </ul>
      )}
      <AddAddress campaign={panel.campaign.id} state={state} store={store} token={token} input={input} />
    </section>
  )
}

type EnvelopeRecipient = PanelView['envelope']['recipients'][number]

function Recipient({ recipient, onRemove }: { recipient: EnvelopeRecipient; onRemove(address: string): void }) {
  const { t } = useWords()
  const { address, reasons, extra, firstTime, outside } = recipient
  return (
    <li className="recipient">
      <span className="recipient-address">
        {address.name && <bdi className="recipient-name">{address.name}</bdi>}{' '}
        <bdi className={address.name ? 'muted' : ''}>{address.email}</bdi>
      </span>
      <span className="recipient-why small muted">
        {reasonsInWords(reasons)}
        {extra && firstTime && <span className="flag">{t('envelope.firstTime')}</span>}
        {extra && outside && <span className="flag">{t('envelope.outside')}</span>}
      </span>
      {extra && (
        <button
          type="button"
          className="icon-button"
          onClick={() => onRemove(address.text)}
          aria-label={t('envelope.remove', { address: address.email })}
          title={t('envelope.remove', { address: address.email })}
        >
          <span aria-hidden="true">✕</span>
        </button>
      )}
    </li>
  )
}

interface AddProps {
  campaign: string
  state: PanelState
  store: PanelStore
  token: string
  input: RefObject<HTMLInputElement | null>
}

function AddAddress({ campaign, state, store, token, input }: AddProps) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const id = useId()
  const { notTaken, draft } = state
  // What the server did not take comes back to be corrected.
  useEffect(() => {
    if (!notTaken) return
    setText(notTaken.text)
    input.current?.focus()
  }, [notTaken, input])
  const { result } = useAnswer(
    text.trim() ? text.trim() : null,
    (signal) => request(SuggestAddressesDocument, { campaign, prefix: text.trim() }, { token, signal }),
    150,
  )
  const add = (event?: FormEvent) => {
    event?.preventDefault()
    if (text.trim() === '') return
    store.edit({ extra: [...draft.extra, text.trim()] })
    setText('')
  }
  return (
    <div className="add-address">
      <label className="visually-hidden" htmlFor={id}>
        {t('envelope.add')}
      </label>
      <div className="row">
        <input
          ref={input}
          id={id}
          className="input"
          type="text"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          placeholder={t('envelope.add')}
          list={`${id}-known`}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) add(event)
          }}
          aria-invalid={notTaken !== null}
          aria-describedby={notTaken ? `${id}-problem` : undefined}
          aria-keyshortcuts="a"
        />
        <datalist id={`${id}-known`}>
          {result?.addressSuggestions.map(({ address }) => (
            <option key={address.text} value={address.text} />
          ))}
        </datalist>
        <button type="button" className="button" onClick={() => add()} disabled={text.trim() === ''}>
          {t('envelope.addButton')}
        </button>
      </div>
      {notTaken && (
        <p className="problem small" role="alert" id={`${id}-problem`}>
          {inWords(notTaken.problem, t)}
        </p>
      )}
    </div>
  )
}
