import { type FormEvent, useState } from 'react'
import { useChange } from '../../api/data.ts'
import { type Control, Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { wrongElsewhere, wrongWith } from '../../ui/problem.ts'
import { State } from '../../ui/State.tsx'
import { ChangePasswordDocument } from './gql/graphql.ts'
import { useWords } from './words.ts'

const fields = ['input.oldPassword', 'input.newPassword']

/** Changes the password of whoever looks at the page. Both are forgotten as soon as they were sent. */
export function Password({ email }: { email: string }) {
  const { t } = useWords()
  const { run, busy, problem } = useChange(ChangePasswordDocument)
  const [old, setOld] = useState('')
  const [next, setNext] = useState('')
  const [changed, setChanged] = useState(false)
  const change = async (event: FormEvent) => {
    event.preventDefault()
    setChanged(false)
    if (!(await run({ oldPassword: old, newPassword: next }))) return
    setOld('')
    setNext('')
    setChanged(true)
  }
  const input = (control: Control, complete: string, value: string, set: (value: string) => void) => (
    <input
      {...control}
      className="input"
      type="password"
      autoComplete={complete}
      required
      value={value}
      onChange={(event) => set(event.target.value)}
    />
  )
  return (
    <form className="card stack form" onSubmit={change}>
      <h2>{t('password.title')}</h2>
      {/* For password managers, which keep a password by whose it is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field label={t('password.old')} problem={wrongWith(problem, 'input.oldPassword')}>
        {(control) => input(control, 'current-password', old, setOld)}
      </Field>
      <Field label={t('password.new')} hint={t('password.hint')} problem={wrongWith(problem, 'input.newPassword')}>
        {(control) => input(control, 'new-password', next, setNext)}
      </Field>
      <Problem problem={wrongElsewhere(problem, fields)} />
      <div className="row wrap">
        <button type="submit" className="button" disabled={busy}>
          {t('password.change')}
        </button>
        <span role="status">{changed && <State tone="ok">{t('password.changed')}</State>}</span>
      </div>
    </form>
  )
}
