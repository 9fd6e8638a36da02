import { type FormEvent, useState } from 'react'
import { useChange } from '../../api/data.ts'
import { useKeyFor } from '../../api/useKeyFor.ts'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { wrongElsewhere, wrongWith } from '../../ui/problem.ts'
import { AccessFields } from './AccessFields.tsx'
import { type Access, invitationInput, isIncomplete } from './access.ts'
import { InviteDocument, type InviteMutation, type PeopleQuery } from './gql/graphql.ts'
import { Invited } from './Invited.tsx'
import { useWords } from './words.ts'

interface InviteProps {
  campaigns: PeopleQuery['campaigns']
  onDone: () => void
}

/** Invites somebody, and then shows the link that was mailed to them, for where no mail arrives. */
export function Invite({ campaigns, onDone }: InviteProps) {
  const { t } = useWords()
  const { run, busy, problem } = useChange(InviteDocument)
  const [email, setEmail] = useState('')
  const [access, setAccess] = useState<Access>({ role: 'OPERATOR', campaigns: null })
  const [made, setMade] = useState<InviteMutation['createInvitation']>(null)
  const input = { email, ...invitationInput(access) }
  const idempotencyKey = useKeyFor(JSON.stringify(input))
  const invite = async (event: FormEvent) => {
    event.preventDefault()
    const result = await run({ ...input, idempotencyKey })
    if (result) setMade(result.createInvitation)
  }
  if (made) return <Invited invitation={made.invitation} link={made.link} onDone={onDone} />
  return (
    <form className="stack" onSubmit={invite}>
      <Field label={t('email')} hint={t('emailHint')} problem={wrongWith(problem, 'input.email')}>
        {(control) => (
          <input {...control} className="input" type="email" required value={email} onChange={(event) => setEmail(event.target.value)} />
        )}
      </Field>
      <AccessFields access={access} campaigns={campaigns} onChange={setAccess} />
      <Problem problem={wrongElsewhere(problem, ['input.email'])} />
      <div className="row wrap">
        <button type="submit" className="button primary" disabled={busy || isIncomplete(access)}>
          {t('send')}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}
