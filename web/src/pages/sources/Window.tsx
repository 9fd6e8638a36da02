import { type FormEvent, useState } from 'react'
import { useChange } from '../../api/data.ts'
import { Copy } from '../../ui/Copy.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { wrongElsewhere, wrongWith } from '../../ui/problem.ts'
import { UpdateSourceDocument, type WindowPartFragment } from './gql/graphql.ts'
import { isKnown } from './vendor.ts'
import { useWords } from './words.ts'

/** The operator's window of a source: its address, how it comes into the chat app, and which pages may hold it. */
export function Window({ source }: { source: WindowPartFragment }) {
  const { t } = useWords()
  const address = new URL(`panel/${source.id}`, document.baseURI).href
  return (
    <section className="card stack">
      <h2>{t('window.title')}</h2>
      <p>{t('window.text')}</p>
      <div className="field">
        <p className="label">{t('window.address')}</p>
        <Copy text={address} label={t('window.address')} />
      </div>
      <p>{t(isKnown(source.vendor) ? `window.${source.vendor}` : 'window.postchat')}</p>
      <Origins key={source.frameOrigins.join()} source={source} />
    </section>
  )
}

const linesOf = (text: string) =>
  text
    .split(/\s+/)
    .map((line) => line.trim())
    .filter(Boolean)

function Origins({ source }: { source: WindowPartFragment }) {
  const { t } = useWords()
  const { run, busy, problem } = useChange(UpdateSourceDocument)
  const [text, setText] = useState(source.frameOrigins.join('\n'))
  const wrong = ['input.frameOrigins']
  const missing = source.suggestedFrameOrigins.filter((origin) => !linesOf(text).includes(origin))
  const save = (event: FormEvent) => {
    event.preventDefault()
    void run({ id: source.id, frameOrigins: linesOf(text) })
  }
  return (
    <form className="stack form" onSubmit={save}>
      <Field label={t('window.origins')} hint={t('window.originsHint')} problem={wrongWith(problem, 'input.frameOrigins')}>
        {(control) => <textarea {...control} className="input" rows={3} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <Problem problem={wrongElsewhere(problem, wrong)} />
      <div className="row wrap">
        <button type="submit" className="button" disabled={busy || linesOf(text).join() === source.frameOrigins.join()}>
          {t('save')}
        </button>
        {missing.map((origin) => (
          <button key={origin} type="button" className="button quiet" onClick={() => setText([...linesOf(text), origin].join('\n'))}>
            {t('window.add', { origin })}
          </button>
        ))}
      </div>
    </form>
  )
}
