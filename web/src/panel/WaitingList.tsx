import { useEffect, useState } from 'react'
import { Refusal, request } from '../api/client.ts'
import { type Liveness, watch } from '../api/live.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { visible } from '../ui/visible.ts'
import { Account } from './Account.tsx'
import { FollowUpsChangedDocument, ToBeCodedDocument, type ToBeCodedQuery } from './gql/graphql.ts'
import { inWords } from './problem.ts'
import type { Session } from './session.ts'
import { clock } from './time.ts'
import { useWords } from './words.ts'

const most = 50

/** What is shown while no chat is open: those that wait for a code or an OK, the one that has waited longest first. */
export function WaitingList({ token, session, onOpen }: { token: string; session: Session; onOpen(followUp: string): void }) {
  const { t } = useWords()
  const onDenied = session.check
  const [cursor, setCursor] = useState('')
  const [liveness, setLiveness] = useState<Liveness>('live')
  useEffect(
    () =>
      watch(
        FollowUpsChangedDocument,
        {},
        {
          token,
          next: ({ followUpsChanged }) => setCursor(followUpsChanged.cursor),
          refused: onDenied,
          status: setLiveness,
        },
      ),
    [token, onDenied],
  )
  const { result, problem } = useAnswer(cursor, (signal) => request(ToBeCodedDocument, { first: most }, { token, signal }), 50)
  useEffect(() => {
    if (problem instanceof Refusal && problem.code === 'DENIED') onDenied()
  }, [problem, onDenied])
  const waiting = result?.followUps.nodes

  return (
    <main className="page">
      <header className="head">
        <h1>{t('panel.openAChat')}</h1>
        <p className="muted">{t('panel.openAChatMore')}</p>
      </header>
      <section aria-labelledby="waiting">
        <h2 id="waiting">{t('list.title')}</h2>
        <p className="muted small" role="status">
          {waiting && (waiting.length > 0 ? t('list.count', { count: waiting.length }) : t('list.empty'))}
          {problem && inWords(problem, t)}
          {!problem && liveness === 'reconnecting' && t('panel.live.reconnecting')}
        </p>
        {waiting && waiting.length > 0 && (
          <ul className="waiting">
            {waiting.map((followUp) => (
              <li key={followUp.id}>
                <WaitingChat followUp={followUp} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        )}
        {result?.followUps.pageInfo.hasNextPage && <p className="muted small">{t('list.more', { count: most })}</p>}
      </section>
      <Account session={session} />
    </main>
  )
}

type Waiting = ToBeCodedQuery['followUps']['nodes'][number]

function WaitingChat({ followUp, onOpen }: { followUp: Waiting; onOpen(id: string): void }) {
  const { t, language } = useWords()
  const { visitor, closedAt } = followUp.chat
  return (
    <button type="button" className="waiting-chat" onClick={() => onOpen(followUp.id)}>
      <span className="waiting-who">
        <bdi>{visible(visitor.name || visitor.email) || t('panel.visitor')}</bdi>
      </span>
      <span className="waiting-number muted">#{followUp.number}</span>
      <span className="muted small">
        <bdi>{followUp.campaign.name}</bdi> · {t('list.since', { time: clock(followUp.waitsSince ?? closedAt, language) })}
      </span>
      <span className="small waiting-until">
        {t(`state.${followUp.state}`)}
        {followUp.sendsAt && ` · ${t('list.until', { time: clock(followUp.sendsAt, language) })}`}
      </span>
    </button>
  )
}
