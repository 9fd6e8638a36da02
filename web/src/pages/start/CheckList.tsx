import { Link } from '@tanstack/react-router'
import { useViewer } from '../../api/viewer.ts'
import { State } from '../../ui/State.tsx'
import type { CheckListQuery } from './gql/graphql.ts'
import { helpOf, type Step, stepsOf, titleOf } from './steps.ts'
import { useWords } from './words.ts'

/** What is there, and what is still missing before finished chats become mails, each with the way there. */
export function CheckList({ list }: { list: CheckListQuery['checkList'] }) {
  const { t } = useWords()
  const steps = stepsOf(list)
  const done = steps.filter((step) => step.done).length
  return (
    <section className="card check-list" aria-labelledby="check-list">
      <div className="row wrap check-list-head">
        <h2 id="check-list">{t('list.title')}</h2>
        <span className="muted small">{t('list.done', { done, all: steps.length })}</span>
      </div>
      <progress max={steps.length} value={done} aria-label={t('list.title')} />
      <ol>
        {steps.map((step) => (
          <Row key={step.name} step={step} />
        ))}
      </ol>
    </section>
  )
}

function Row({ step }: { step: Step }) {
  const { t } = useWords()
  const viewer = useViewer()
  const may = viewer.may(step.needs)
  const title = t(titleOf(step.name))
  return (
    <li>
      <State tone={step.done ? 'ok' : 'wait'}>{t(step.done ? 'list.there' : 'list.missing')}</State>
      <div>
        {step.to && may && !step.done ? <Link to={step.to}>{title}</Link> : <span>{title}</span>}
        {!step.done && <p className="small muted">{t(helpOf(step.name))}</p>}
        {!step.done && may && step.lacking.length > 0 && <Lacking step={step} />}
      </div>
    </li>
  )
}

/** The campaigns that lack something, each a link to where it is mended. */
function Lacking({ step }: { step: Step }) {
  const { t } = useWords()
  const to = step.name === 'code' ? '/campaigns/$campaign/goals' : '/campaigns/$campaign/addresses'
  return (
    <ul className="small chips" aria-label={t('list.lacking')}>
      {step.lacking.map(({ id, name }) => (
        <li key={id}>
          <Link to={to} params={{ campaign: id }}>
            <bdi>{name}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  )
}
