import { type FormEvent, useState } from 'react'
import { request } from '../../api/client.ts'
import { useChange } from '../../api/data.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { wrongElsewhere, wrongWith } from '../../ui/problem.ts'
import { State } from '../../ui/State.tsx'
import { Text } from '../../ui/Text.tsx'
import { type ApiPartFragment, CheckApiDocument, UpdateSourceDocument } from './gql/graphql.ts'
import { useWords } from './words.ts'

const fields = ['input.api.baseUrl', 'input.api.account', 'input.api.token']

/** Asks how to read from the vendor, and then asks the vendor whether that is so. */
export function ApiForm({ source }: { source: ApiPartFragment }) {
  const { t } = useWords()
  const { run, busy, problem } = useChange(UpdateSourceDocument)
  const [baseUrl, setBaseUrl] = useState(source.api?.baseUrl ?? '')
  const [account, setAccount] = useState(source.api?.account ?? '')
  const [token, setToken] = useState('')
  const [checks, setChecks] = useState(0)
  const stored = source.api?.hasToken ?? false
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const result = await run({ id: source.id, api: { baseUrl, account, ...(token ? { token } : {}) } })
    if (!result) return
    setToken('')
    setChecks(checks + 1)
  }
  return (
    <form className="stack form" onSubmit={save}>
      <Field label={t('api.baseUrl')} hint={t('api.baseUrlHint')} problem={wrongWith(problem, 'input.api.baseUrl')}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="url"
            required
            placeholder={t('api.baseUrlExample')}
            value={baseUrl}
            onChange={(event) => setBaseUrl(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('api.account')} hint={t('api.accountHint')} problem={wrongWith(problem, 'input.api.account')}>
        {(control) => (
          <input {...control} className="input" required value={account} onChange={(event) => setAccount(event.target.value)} />
        )}
      </Field>
      <Field label={t('api.token')} hint={t(stored ? 'api.tokenStored' : 'api.tokenHint')} problem={wrongWith(problem, 'input.api.token')}>
        {(control) => (
          <input
            {...control}
            className="input mono"
            type="password"
            autoComplete="off"
            required={!stored}
            value={token}
            onChange={(event) => setToken(event.target.value)}
          />
        )}
      </Field>
      <Problem problem={wrongElsewhere(problem, fields)} />
      <div className="row wrap">
        <button type="submit" className="button" disabled={busy}>
          {t('api.save')}
        </button>
        {stored && (
          <button type="button" className="button" onClick={() => setChecks(checks + 1)}>
            {t('api.check')}
          </button>
        )}
      </div>
      <Check source={source.id} times={checks} />
    </form>
  )
}

/** What the vendor says when it is asked whether it lets us read. It takes as long as the vendor does. */
function Check({ source, times }: { source: string; times: number }) {
  const { t } = useWords()
  const question = times > 0 ? `${source} ${times}` : null
  const { result, problem } = useAnswer(question, async (signal) => ({
    ...(await request(CheckApiDocument, { source }, { signal })).sourceApiCheck,
    question,
  }))
  const known = result?.question === question
  return (
    <div role="status">
      {question && !known && !problem && <State tone="wait">{t('api.checking')}</State>}
      {known && result?.ok && <State tone="ok">{t('api.ok')}</State>}
      {known && result && !result.ok && (
        <>
          <State tone="bad">{t('api.bad')}</State>
          <p>
            <Text>{result.problem}</Text>
          </p>
        </>
      )}
      {!known && <Problem problem={problem} />}
    </div>
  )
}
