import { useState } from 'react'
import { useChange, useData } from '../../../api/data.ts'
import { serverLanguage } from '../../../api/language.ts'
import { useKeyFor } from '../../../api/useKeyFor.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { Text } from '../../../ui/Text.tsx'
import type { Acted, Part } from './Act.tsx'
import { MoveDocument, WouldGoDocument, type WouldGoQuery } from './gql/graphql.ts'
import { missingOf, waits } from './who.ts'
import { useWords } from './words.ts'

/** Has other codes count for a follow-up. Where it was sent before, it says who has not got it, and mails those only if told to. */
export function Move({ followUp, onDone }: Part) {
  const { t, language } = useWords()
  const [codes, setCodes] = useState<readonly string[]>(followUp.codes)
  const { run, busy, problem } = useChange(MoveDocument)
  const would = useData('account', WouldGoDocument, {
    input: { campaign: followUp.campaign.id, codes: [...codes] },
    language: serverLanguage(language),
  })
  const keys = { stay: useKeyFor(`stay ${codes}`), send: useKeyFor(`send ${codes}`) }
  const move = async (send: boolean) => {
    const input = { followUp: followUp.id, codes: [...codes], send, idempotencyKey: send ? keys.send : keys.stay }
    if (await run(input)) onDone()
  }
  return (
    <div className="stack">
      <Problem problem={problem} />
      <Codes followUp={followUp} codes={codes} onPick={setCodes} />
      <Answer of={would}>
        {({ simulateRouting }) => {
          const missing = missingOf(followUp, simulateRouting)
          return (
            <div className="stack">
              <Missing would={simulateRouting} missing={missing} waits={waits(followUp)} />
              <div className="row wrap">
                <button type="button" className="button" disabled={busy || would.isPlaceholderData} onClick={() => move(false)}>
                  {t(waits(followUp) ? 'move.only' : 'move.quietly')}
                </button>
                {!waits(followUp) && missing.length > 0 && (
                  <button type="button" className="button primary" disabled={busy || would.isPlaceholderData} onClick={() => move(true)}>
                    {t('move.send', { count: missing.length })}
                  </button>
                )}
              </div>
            </div>
          )
        }}
      </Answer>
    </div>
  )
}

function Codes({ followUp, codes, onPick }: { followUp: Acted; codes: readonly string[]; onPick(codes: string[]): void }) {
  const { t } = useWords()
  const several = followUp.campaign.goalSettings.allowMultiple
  const given = followUp.campaign.successCodes.filter(({ label, retired }) => !retired || codes.includes(label))
  const pick = (label: string, on: boolean) => onPick(several ? [...codes.filter((one) => one !== label), ...(on ? [label] : [])] : [label])
  return (
    <fieldset className="field">
      <legend className="label">{t('move.codes')}</legend>
      {given.map(({ id, label }) => (
        <label className="check" key={id}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name="code"
            checked={codes.includes(label)}
            onChange={(event) => pick(label, event.target.checked)}
          />
          <Text>{label}</Text>
        </label>
      ))}
      {!several && (
        <label className="check">
          <input type="radio" name="code" checked={codes.length === 0} onChange={() => onPick([])} />
          {t('move.none')}
        </label>
      )}
    </fieldset>
  )
}

interface MissingProps {
  would: WouldGoQuery['simulateRouting']
  missing: WouldGoQuery['simulateRouting']['recipients']
  waits: boolean
}

function Missing({ would, missing, waits }: MissingProps) {
  const { t } = useWords()
  const shown = waits ? would.recipients : missing
  if (would.recipients.length === 0) return <p>{t('move.nobody')}</p>
  return (
    <div role="status">
      <p>{t(waits ? 'move.goesTo' : missing.length > 0 ? 'move.missing' : 'move.complete')}</p>
      <ul className="recipient-list small">
        {shown.map(({ address, reasons }) => (
          <li key={address.email}>
            <Text>{address.email}</Text>
            <span className="muted">{reasons.map(({ sentence }) => sentence).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
