import { type FormEvent, useState } from 'react'
import { useChange } from '../../api/data.ts'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { wrongElsewhere, wrongWith } from '../../ui/problem.ts'
import { State } from '../../ui/State.tsx'
import { RotateSecretDocument } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** Takes a secret that the vendor made. Those that the source has stay valid beside it. */
export function OwnSecret({ source }: { source: string }) {
  const { t } = useWords()
  const { run, busy, problem } = useChange(RotateSecretDocument)
  const [secret, setSecret] = useState('')
  const [given, setGiven] = useState(false)
  const give = async (event: FormEvent) => {
    event.preventDefault()
    setGiven(false)
    const result = await run({ source, secret, keepOldFor: null })
    if (!result) return
    setSecret('')
    setGiven(true)
  }
  return (
    <form className="stack form" onSubmit={give}>
      <Field label={t('ownSecret.label')} problem={wrongWith(problem, 'input.secret')}>
        {(control) => (
          <div className="row">
            <input
              {...control}
              className="input mono"
              type="password"
              autoComplete="off"
              required
              value={secret}
              onChange={(event) => setSecret(event.target.value)}
            />
            <button type="submit" className="button" disabled={busy}>
              {t('ownSecret.give')}
            </button>
          </div>
        )}
      </Field>
      <Problem problem={wrongElsewhere(problem, ['input.secret'])} />
      <p role="status">{given && <State tone="ok">{t('ownSecret.given')}</State>}</p>
    </form>
  )
}
