import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { FollowUpsSearch } from '../../../api/followups.ts'
import { useViewer } from '../../../api/viewer.ts'
import { State, toneOf } from '../../../ui/State.tsx'
import { Text } from '../../../ui/Text.tsx'
import { Time } from '../../../ui/Time.tsx'
import type { ToBeCodedQuery } from './gql/graphql.ts'
import { useWords } from './words.ts'

const Act = lazy(() => import('../act/Act.tsx'))

/** The chats of this week that went without a code; it can be given afterwards. */
export function Uncoded({ page, search }: { page: ToBeCodedQuery['uncoded']; search: FollowUpsSearch }) {
  const { t } = useWords()
  const { may } = useViewer()
  const [moved, setMoved] = useState('')
  if (page.nodes.length === 0) return null
  return (
    <section className="card" aria-labelledby="uncoded">
      <h2 id="uncoded">{t('uncoded.title')}</h2>
      <p className="small muted">{t('uncoded.text')}</p>
      <ul className="uncoded">
        {page.nodes.map(({ id, number, state, chat }) => (
          <li key={id}>
            <Link to="/follow-ups/$number" params={{ number: String(number) }}>
              #{number} <Text>{chat.visitor.name || chat.visitor.email || chat.visitor.phone || t('visitor')}</Text>
            </Link>
            <span className="small muted">
              <Time at={chat.closedAt} /> <Text>{[...chat.operators.map(({ name }) => name), ...chat.codes].join(' · ')}</Text>
            </span>
            <State tone={toneOf(state)}>{t(`state.${state}`)}</State>
            {may('FOLLOW_UP') && (
              <button type="button" className="button small" onClick={() => setMoved(id)}>
                {t('uncoded.give')}
                <span className="visually-hidden"> #{number}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {page.pageInfo.hasNextPage && (
        <Link to="/follow-ups" search={search}>
          {t('uncoded.more')}
        </Link>
      )}
      {moved && (
        <Suspense>
          <Act what="move" followUp={moved} onClose={() => setMoved('')} />
        </Suspense>
      )}
    </section>
  )
}
