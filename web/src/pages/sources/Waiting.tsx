import { Link } from '@tanstack/react-router'
import { State, type Tone } from '../../ui/State.tsx'
import { Text } from '../../ui/Text.tsx'
import { useMoment } from '../../ui/Time.tsx'
import type { ArrivalOutcome, HeardFragment } from './gql/graphql.ts'
import { heardOf } from './waiting.ts'
import { useWords } from './words.ts'

/** Whether the vendor has called yet. It changes by itself. */
export function Waiting({ source }: { source: HeardFragment }) {
  const { t } = useWords()
  return (
    <section className="card waiting" aria-labelledby="waiting">
      <h2 id="waiting">{t('waiting.title')}</h2>
      <div role="status">
        <Words source={source} />
      </div>
    </section>
  )
}

function Words({ source }: { source: HeardFragment }) {
  const { t } = useWords()
  const moment = useMoment()
  const heard = heardOf(source)
  if (heard.how === 'nothing') return <State tone="wait">{t('waiting.nothing')}</State>
  const at = moment(heard.at)
  if (heard.how === 'refused') {
    return (
      <>
        <State tone="bad">{t('waiting.refused', { at })}</State>
        <p>
          <Text>{heard.problem}</Text>
        </p>
        <p>{t('waiting.refusedText')}</p>
      </>
    )
  }
  if (heard.how === 'ignored') {
    return (
      <>
        <State tone="ok">{t('waiting.heard', { at })}</State>
        <p>{t('waiting.ignored', { type: heard.type })}</p>
      </>
    )
  }
  const { outcome, problem, chat } = heard.event
  return (
    <>
      <State tone={toneOf(outcome)}>{t('waiting.heard', { at })}</State>
      <p>{t(`outcome.${outcome}`)}</p>
      {problem && (
        <p>
          <Text>{problem}</Text>
        </p>
      )}
      {chat && (
        <p>
          <Link to="/follow-ups/$number" params={{ number: String(chat.followUp.number) }}>
            {t('waiting.followUp', { number: chat.followUp.number })}
          </Link>
        </p>
      )}
    </>
  )
}

/** An event that a person must look at is not as it should be. */
export const toneOf = (outcome: ArrivalOutcome): Tone => (outcome === 'NEEDS_ATTENTION' ? 'bad' : 'ok')
