import { type FormEvent, useState } from 'react'
import { useChange } from '../../api/data.ts'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { wrongElsewhere, wrongWith } from '../../ui/problem.ts'
import { useUndo } from '../../ui/Toast.tsx'
import { AccessFields } from './AccessFields.tsx'
import { accessInput, accessOf, isIncomplete, isSame } from './access.ts'
import { type PeopleQuery, type PersonRowFragment, UpdatePersonDocument } from './gql/graphql.ts'
import { useWords } from './words.ts'

interface ChangePersonProps {
  person: PersonRowFragment
  campaigns: PeopleQuery['campaigns']
  onDone: () => void
}

/** Changes what a person is called, and what they may do. */
export function ChangePerson({ person, campaigns, onDone }: ChangePersonProps) {
  const { t } = useWords()
  const offerUndo = useUndo()
  const { run, busy, problem } = useChange(UpdatePersonDocument)
  const [name, setName] = useState(person.name)
  const [access, setAccess] = useState(accessOf(person))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    // Only what was changed is sent, and taken back: the rest may have been changed by somebody else.
    const wasNamed = name !== person.name
    const wasAllowed = !isSame(access, accessOf(person))
    if (!(await run({ id: person.id, ...(wasNamed && { name }), ...(wasAllowed && accessInput(access)) }))) return
    offerUndo(t('changed', { name }), () =>
      run({ id: person.id, ...(wasNamed && { name: person.name }), ...(wasAllowed && accessInput(accessOf(person))) }),
    )
    onDone()
  }
  return (
    <form className="stack" onSubmit={save}>
      <Field label={t('name')} problem={wrongWith(problem, 'input.name')}>
        {(control) => <input {...control} className="input" required value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <AccessFields access={access} campaigns={campaigns} onChange={setAccess} />
      <Problem problem={wrongElsewhere(problem, ['input.name'])} />
      <div className="row wrap">
        <button type="submit" className="button primary" disabled={busy || isIncomplete(access)}>
          {t('save')}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}
