import { type FormEvent, useState } from 'react'
import { useChange } from '../../../api/data.ts'
import { useKeyFor } from '../../../api/useKeyFor.ts'
import { Field } from '../../../ui/Field.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { wrongElsewhere, wrongWith } from '../../../ui/problem.ts'
import type { Part } from './Act.tsx'
import { type AgainTo, SendAgainDocument } from './gql/graphql.ts'
import { To } from './To.tsx'
import { everybody, those } from './who.ts'
import { useWords } from './words.ts'

/** Sends a follow-up once more: to the same, to those who did not get it, or to others. */
export function SendAgain({ followUp, onDone }: Part) {
  const { t } = useWords()
  const failed = those(followUp)
  const [to, setTo] = useState<AgainTo>(failed.length > 0 ? 'FAILED' : 'OTHERS')
  const [addresses, setAddresses] = useState('')
  const { run, busy, problem } = useChange(SendAgainDocument)
  const idempotencyKey = useKeyFor(`${to} ${addresses}`)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (await run({ followUp: followUp.id, to, addresses: to === 'OTHERS' ? addresses : '', idempotencyKey })) onDone()
  }
  const choice = (value: AgainTo, emails: readonly string[]) => (
    <label className="again-choice">
      <input type="radio" name="to" checked={to === value} disabled={emails.length === 0} onChange={() => setTo(value)} />
      <span>
        {t(`again.${value}`)}
        <To emails={emails} />
      </span>
    </label>
  )
  return (
    <form className="stack" onSubmit={send}>
      <Problem problem={wrongElsewhere(problem, ['input.addresses'])} />
      <fieldset className="stack">
        <legend className="visually-hidden">{t('again.to')}</legend>
        {choice('FAILED', failed)}
        {choice('SAME', everybody(followUp))}
        <label className="again-choice">
          <input type="radio" name="to" checked={to === 'OTHERS'} onChange={() => setTo('OTHERS')} />
          <span>{t('again.OTHERS')}</span>
        </label>
      </fieldset>
      {to === 'OTHERS' && (
        <Field label={t('again.addresses')} hint={t('again.hint')} problem={wrongWith(problem, 'input.addresses')}>
          {(control) => (
            <input
              {...control}
              className="input"
              inputMode="email"
              autoComplete="off"
              dir="auto"
              required
              value={addresses}
              onChange={(event) => setAddresses(event.target.value)}
            />
          )}
        </Field>
      )}
      <p className="small muted">{t('again.asItIs')}</p>
      <button type="submit" className="button primary" disabled={busy}>
        {t('again.send')}
      </button>
    </form>
  )
}
