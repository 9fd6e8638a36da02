import { type FormEvent, useState } from 'react'
import { useChange } from '../../api/data.ts'
import { useViewer } from '../../api/viewer.ts'
import { Field } from '../../ui/Field.tsx'
import { Limit } from '../../ui/Limit.tsx'
import { Once } from '../../ui/Once.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { wrongElsewhere, wrongWith } from '../../ui/problem.ts'
import { CreateTokenDocument, type TokensQuery } from './gql/graphql.ts'
import { endOf, type Scope, scopesToGive } from './scopes.ts'
import { useWords } from './words.ts'

interface NewTokenProps {
  campaigns: TokensQuery['campaigns']
  onDone: () => void
}

/** Makes a token, and shows it until the dialog is closed. */
export function NewToken({ campaigns, onDone }: NewTokenProps) {
  const { t } = useWords()
  const { may } = useViewer()
  const { run, busy, problem } = useChange(CreateTokenDocument)
  const [name, setName] = useState('')
  const [chosen, choose] = useState<readonly Scope[]>([])
  const [limit, setLimit] = useState<readonly string[] | null>(null)
  const [day, setDay] = useState('')
  const [secret, setSecret] = useState('')
  const offered = scopesToGive(may, limit !== null)
  const make = async (event: FormEvent) => {
    event.preventDefault()
    const permissions = ['READ' as const, ...chosen.filter((scope) => offered.includes(scope))]
    const expiresAt = endOf(day)
    const result = await run({ name, permissions, ...(limit && { campaigns: [...limit] }), ...(expiresAt && { expiresAt }) })
    setSecret(result?.createApiToken?.secret ?? '')
  }
  if (secret) return <Made secret={secret} onDone={onDone} />
  const toggle = (scope: Scope, on: boolean) => choose(on ? [...chosen, scope] : chosen.filter((other) => other !== scope))
  return (
    <form className="stack" onSubmit={make}>
      <Field label={t('tokens.name')} hint={t('tokens.nameHint')} problem={wrongWith(problem, 'input.name')}>
        {(control) => <input {...control} className="input" required value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Limit
        legend={t('tokens.campaigns')}
        all={t('tokens.all')}
        some={t('tokens.some')}
        items={campaigns}
        chosen={limit}
        onChange={setLimit}
      />
      <fieldset className="options">
        <legend>{t('tokens.may')}</legend>
        <label className="check">
          <input type="checkbox" checked disabled />
          {t('permission.READ')}
        </label>
        {offered.map((scope) => (
          <label key={scope} className="check">
            <input type="checkbox" checked={chosen.includes(scope)} onChange={(event) => toggle(scope, event.target.checked)} />
            {t(`permission.${scope}`)}
          </label>
        ))}
      </fieldset>
      <Field label={t('tokens.expires')} hint={t('tokens.expiresHint')} problem={wrongWith(problem, 'input.expiresAt')}>
        {(control) => <input {...control} className="input" type="date" value={day} onChange={(event) => setDay(event.target.value)} />}
      </Field>
      <Problem problem={wrongElsewhere(problem, ['input.name', 'input.expiresAt'])} />
      <div className="row wrap">
        <button type="submit" className="button primary" disabled={busy || limit?.length === 0}>
          {t('tokens.make')}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}

function Made({ secret, onDone }: { secret: string; onDone: () => void }) {
  const { t } = useWords()
  return (
    <>
      <Once text={secret} label={t('tokens.token')} />
      <p className="small muted">{t('tokens.use')}</p>
      <div>
        <button type="button" className="button" onClick={onDone}>
          {t('done')}
        </button>
      </div>
    </>
  )
}
