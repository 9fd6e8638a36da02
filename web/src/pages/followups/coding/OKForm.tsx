import { type FormEvent, useState } from 'react'
import { useData } from '../../../api/data.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { useKeys } from '../../../ui/keys.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { digitsOf, pick } from '../../../ui/pick.ts'
import { wrongElsewhere, wrongWith } from '../../../ui/problem.ts'
import { GoesTo } from './GoesTo.tsx'
import { StandingDocument, type StandingQuery } from './gql/graphql.ts'
import { type Given, useOK } from './useOK.ts'
import { useWords } from './words.ts'
import './coding.css'

/** Codes, note and OK for a follow-up that was not sent yet, as in the operator's window. */
export default function OKForm({ followUp }: { followUp: string }) {
  const data = useData('followUps', StandingDocument, { followUp })
  return <Answer of={data}>{({ panel }) => <Form followUp={followUp} panel={panel} />}</Answer>
}

function Form({ followUp, panel }: { followUp: string; panel: StandingQuery['panel'] }) {
  const { t } = useWords()
  // What somebody changed here; what they did not is as it is on the server.
  const [given, setGiven] = useState<Given>({})
  const { ok, busy, problem } = useOK(followUp)
  const { submission, vendorCodes, campaign } = panel
  const codes = given.codes ?? submission.codes ?? vendorCodes
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void ok(given)
  }
  return (
    <form className="card stack ok-form" onSubmit={submit} aria-labelledby="ok-title">
      <h2 id="ok-title">{t('form.title')}</h2>
      <Problem problem={wrongElsewhere(problem, ['input.note', 'input.codes'])} />
      <CodeChoices campaign={campaign} codes={codes} onPick={(codes) => setGiven({ ...given, codes })} />
      {wrongWith(problem, 'input.codes') && (
        <p role="alert" className="small problem">
          {wrongWith(problem, 'input.codes')}
        </p>
      )}
      <GoesTo campaign={campaign.id} codes={codes} extra={submission.extraAddresses.map(({ text }) => text).join('; ')} />
      <Field label={t('form.note')} hint={t('form.noteHint')} problem={wrongWith(problem, 'input.note')}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={3}
            dir="auto"
            value={given.note ?? submission.note}
            onChange={(event) => setGiven({ ...given, note: event.target.value })}
          />
        )}
      </Field>
      <label className="check">
        <input
          type="checkbox"
          checked={given.urgent ?? submission.urgent}
          onChange={(event) => setGiven({ ...given, urgent: event.target.checked })}
        />
        {t('form.urgent')}
      </label>
      <button type="submit" className="button primary" disabled={busy}>
        {t('ok')}
      </button>
    </form>
  )
}

interface ChoicesProps {
  campaign: StandingQuery['panel']['campaign']
  codes: readonly string[]
  onPick(codes: string[]): void
}

function CodeChoices({ campaign, codes, onPick }: ChoicesProps) {
  const { t } = useWords()
  const { allowMultiple, requireCode } = campaign.goalSettings
  const offered = campaign.successCodes.filter(({ retired }) => !retired)
  const digits = digitsOf(offered)
  const flip = (label: string) => onPick(pick(label, codes, allowMultiple))
  useKeys(offered.flatMap(({ label }) => (digits.get(label) ? [{ keys: digits.get(label) ?? '', label, run: () => flip(label) }] : [])))
  return (
    <fieldset>
      <legend className="label">
        {t('form.codes')} {requireCode && <span className="small muted">{t('form.required')}</span>}
      </legend>
      <div className="choices">
        {offered.map(({ id, label, hint, color }) => (
          <Choice
            key={id}
            label={label}
            hint={hint}
            color={color}
            digit={digits.get(label) ?? ''}
            several={allowMultiple}
            name="code"
            checked={codes.includes(label)}
            onPick={() => flip(label)}
          />
        ))}
      </div>
    </fieldset>
  )
}
