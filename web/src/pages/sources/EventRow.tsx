import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useChange, useData } from '../../api/data.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { State } from '../../ui/State.tsx'
import { Text } from '../../ui/Text.tsx'
import { Time, useMoment } from '../../ui/Time.tsx'
import { type ArrivalOutcome, EventBodyDocument, type EventFragment, ReplayEventDocument } from './gql/graphql.ts'
import { toneOf } from './Waiting.tsx'
import { useWords } from './words.ts'

/** One thing that a vendor sent, what became of it, and on demand the body as it came. */
export function EventRow({ event, open }: { event: EventFragment; open: boolean }) {
  const { t } = useWords()
  const moment = useMoment()
  const { id, type, receivedAt, repeats, outcome, problem, replayedAt, chat } = event
  return (
    <div className="event">
      <div className="row wrap event-head">
        <Time at={receivedAt} exact />
        <State tone={toneOf(outcome)}>{t(`outcomeName.${outcome}`)}</State>
        {type && (
          <span className="mono muted">
            <Text>{type}</Text>
          </span>
        )}
      </div>
      {problem && (
        <p>
          <Text>{problem}</Text>
        </p>
      )}
      <p className="small muted">
        {[repeats > 0 && t('events.repeats', { count: repeats }), replayedAt && t('events.replayed', { at: moment(replayedAt) })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="row wrap">
        {chat && (
          <Link to="/follow-ups/$number" params={{ number: String(chat.followUp.number) }}>
            {t('waiting.followUp', { number: chat.followUp.number })}
          </Link>
        )}
        <Link
          className="button small"
          from="/sources/$source/"
          search={(search) => ({ ...search, event: open ? '' : id })}
          replace
          resetScroll={false}
          aria-expanded={open}
        >
          {t(open ? 'events.hide' : 'events.body')}
        </Link>
        <Replay event={event} />
      </div>
      {open && <Body id={id} />}
    </div>
  )
}

/** Has an event read again, and says what came of it: often that is what it was before. */
function Replay({ event }: { event: EventFragment }) {
  const { t } = useWords()
  const { run, busy, problem } = useChange(ReplayEventDocument)
  const [became, setBecame] = useState<ArrivalOutcome>()
  const replay = async () => setBecame((await run({ event: event.id }))?.replayEvent?.event.outcome)
  return (
    <>
      <button type="button" className="button small" disabled={busy} onClick={replay}>
        {t(busy ? 'events.replaying' : 'events.replay')}
      </button>
      <span role="status">{became && t('events.became', { outcome: t(`outcomeName.${became}`) })}</span>
      <Problem problem={problem} />
    </>
  )
}

function Body({ id }: { id: string }) {
  const { t } = useWords()
  const data = useData('sources', EventBodyDocument, { id })
  return (
    <Answer of={data}>
      {({ sourceEvent }) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className="body" aria-label={t('events.body')} tabIndex={0}>
          <pre className="mono">
            <Text>{sourceEvent?.body || t('events.emptyBody')}</Text>
          </pre>
        </section>
      )}
    </Answer>
  )
}
