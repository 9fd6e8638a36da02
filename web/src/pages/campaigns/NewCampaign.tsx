import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useChange } from '../../api/data.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { wrongElsewhere, wrongWith } from '../../ui/problem.ts'
import { ownZone, ZoneInput } from '../../ui/ZoneInput.tsx'
import { CreateCampaignDocument } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** Makes a campaign, and goes on to its goals. */
export function NewCampaign({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useWords()
  return (
    <Dialog title={t('new')} open={open} onClose={onClose}>
      <Form />
    </Dialog>
  )
}

function Form() {
  const { t } = useWords()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [timeZone, setTimeZone] = useState(ownZone)
  const { run, busy, problem } = useChange(CreateCampaignDocument)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const made = await run({ name, timeZone })
    const id = made?.createCampaign?.campaign.id
    if (id) void navigate({ to: '/campaigns/$campaign/goals', params: { campaign: id } })
  }
  return (
    <form onSubmit={submit} className="stack">
      <Problem problem={wrongElsewhere(problem, ['input.name', 'input.timeZone'])} />
      <Field label={t('name')} hint={t('nameHint')} problem={wrongWith(problem, 'input.name')}>
        {(control) => (
          <input {...control} className="input" required maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label={t('timeZone')} hint={t('timeZoneHint')} problem={wrongWith(problem, 'input.timeZone')}>
        {(control) => <ZoneInput {...control} required value={timeZone} onChange={(event) => setTimeZone(event.target.value)} />}
      </Field>
      <div className="row wrap">
        <button type="submit" className="button primary" disabled={busy}>
          {t('make')}
        </button>
      </div>
    </form>
  )
}
