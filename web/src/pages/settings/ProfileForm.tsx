import { type FormEvent, useState } from 'react'
import { useChange } from '../../api/data.ts'
import { useSpeech } from '../../messages/Words.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { wrongElsewhere, wrongWith } from '../../ui/problem.ts'
import { Text } from '../../ui/Text.tsx'
import { type ProfilePartFragment, UpdateProfileDocument } from './gql/graphql.ts'
import { choices, nameOf } from './languages.ts'
import { useWords } from './words.ts'

const fields = ['input.name', 'input.language']

/** What somebody is called, and the language in which the pages speak to them from then on. */
export function ProfileForm({ person }: { person: ProfilePartFragment }) {
  const { t } = useWords()
  const { speak } = useSpeech()
  const { run, busy, problem } = useChange(UpdateProfileDocument)
  const [name, setName] = useState<string>()
  const rename = async (event: FormEvent) => {
    event.preventDefault()
    if (await run({ name: name ?? person.name })) setName((now) => (now === name ? undefined : now))
  }
  const choose = async (language: string) => {
    if (await run({ language })) speak(language)
  }
  return (
    <form className="card stack form" onSubmit={rename}>
      <h2>{t('you.title')}</h2>
      <p className="muted">
        {t('you.as')} <Text>{person.email}</Text> · {t(`role.${person.role}`)}
        {person.campaigns && (
          <>
            {' · '}
            <Text>{person.campaigns.map(({ name }) => name).join(', ')}</Text>
          </>
        )}
      </p>
      <Field label={t('you.name')} problem={wrongWith(problem, 'input.name')}>
        {(control) => (
          <div className="row">
            <input
              {...control}
              className="input"
              required
              autoComplete="name"
              value={name ?? person.name}
              onChange={(event) => setName(event.target.value)}
            />
            <button type="submit" className="button" disabled={busy || (name ?? person.name) === person.name}>
              {t('save')}
            </button>
          </div>
        )}
      </Field>
      <Field label={t('you.language')} hint={t('you.languageHint')} problem={wrongWith(problem, 'input.language')}>
        {(control) => (
          <select {...control} className="input" value={person.language} onChange={(event) => void choose(event.target.value)}>
            {choices(person.language).map((tag) => (
              <option key={tag} value={tag} lang={tag || undefined}>
                {tag ? nameOf(tag) : t('you.browser')}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Problem problem={wrongElsewhere(problem, fields)} />
    </form>
  )
}
