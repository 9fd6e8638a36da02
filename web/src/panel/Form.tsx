import { useRef } from 'react'
import { digitsOf, pick } from '../ui/pick.ts'
import { Account } from './Account.tsx'
import type { PanelView } from './api.ts'
import { Codes } from './Codes.tsx'
import { Envelope } from './Envelope.tsx'
import { KeySheet } from './KeySheet.tsx'
import { type Keys, useHotKeys, useKeys } from './keys.ts'
import { Note } from './Note.tsx'
import { Preview } from './Preview.tsx'
import type { Session } from './session.ts'
import type { PanelState, PanelStore } from './store.ts'
import { Transcript } from './Transcript.tsx'
import { useWords } from './words.ts'

interface Props {
  panel: PanelView
  store: PanelStore
  state: PanelState
  session: Session
}

/** What the operator fills in. Once OK was pressed it is there to be read; whoever wants to change it takes the OK back. */
export function Form({ panel, store, state, session }: Props) {
  const { t } = useWords()
  const token = session.token ?? ''
  const [hotKeys, setHotKeys] = useHotKeys()
  const note = useRef<HTMLTextAreaElement>(null)
  const address = useRef<HTMLInputElement>(null)
  const still = panel.submittedAt !== null || state.wish === 'ok'
  const { draft } = state

  const codes = panel.campaign.successCodes.filter(({ label, retired }) => !retired || draft.codes?.includes(label))
  const digits = digitsOf(codes)
  const keys: Keys = { ok: () => !still && void store.ok() }
  if (!still) {
    keys.n = () => note.current?.focus()
    keys.a = () => address.current?.focus()
    for (const { label } of codes) {
      const digit = digits.get(label)
      if (digit)
        keys[digit] = () => store.edit({ codes: pick(label, draft.codes ?? panel.vendorCodes, panel.campaign.goalSettings.allowMultiple) })
    }
  }
  useKeys(keys, hotKeys)

  return (
    <div className="form">
      <fieldset disabled={still} className="form-part">
        <legend className="visually-hidden">{t('panel.title')}</legend>
        <Codes panel={panel} codes={codes} digits={hotKeys ? digits : new Map()} draft={draft} edit={store.edit} />
        <Envelope panel={panel} state={state} store={store} token={token} input={address} />
        <Note draft={draft} edit={store.edit} flush={() => store.flush()} input={note} />
      </fieldset>
      <Transcript panel={panel} starred={draft.starred} covered={draft.covered} lifted={draft.lifted} edit={store.edit} readOnly={still} />
      <Preview panel={panel} saving={state.saving} token={token} />
      <KeySheet on={hotKeys} onChange={setHotKeys}>
        <Account session={session} before={() => store.saved()} />
      </KeySheet>
    </div>
  )
}
