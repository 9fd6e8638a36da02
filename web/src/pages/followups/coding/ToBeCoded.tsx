import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useRef } from 'react'
import { useData } from '../../../api/data.ts'
import { dayAfter, filterOf } from '../../../api/followups.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { useKeyBoard, useKeys } from '../../../ui/keys.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useMarker } from '../useMarker.ts'
import { ToBeCodedDocument, type ToBeCodedQuery } from './gql/graphql.ts'
import { Uncoded } from './Uncoded.tsx'
import { WaitingRow } from './WaitingRow.tsx'
import { useWords } from './words.ts'
import './coding.css'

/** The chats that wait for a code or an OK, the longest waiting first; and those that went without a code this week. */
export function ToBeCoded() {
  const { t } = useWords()
  const week = weekOf(new Date())
  const uncoded = { coded: 'no', state: ['queued', 'sent', 'delivered', 'failed', 'uncertain', 'held', 'not_forwarded'], ...week }
  const data = useData('followUps', ToBeCodedDocument, { uncoded: filterOf(uncoded) })
  return (
    <Page title={t('coding.title')}>
      <Answer of={data}>
        {(result) => (
          <div className="stack">
            <List result={result} />
            <Uncoded page={result.uncoded} search={uncoded} />
          </div>
        )}
      </Answer>
    </Page>
  )
}

/** Today and the six days before. */
function weekOf(now: Date) {
  const to = new Intl.DateTimeFormat('sv').format(now)
  return { from: dayAfter(to, -6), to }
}

function List({ result }: { result: ToBeCodedQuery }) {
  const { t } = useWords()
  const { nodes, pageInfo } = result.followUps
  const list = useRef<HTMLUListElement>(null)
  const marker = useMarker(list, { next: t('keys.next'), previous: t('keys.previous'), open: t('keys.open') })
  const { on } = useKeyBoard()
  useKeys([{ keys: '1-9', label: t('keys.codes') }])
  const count = result.followUpCounts.reduce((sum, { count }) => sum + count, 0)
  // A digit belongs to the chat that one is at; without one it is that which waits longest.
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).closest('input, textarea')) return
    const row = (event.target as Element).closest('[data-of]')
    row?.querySelector<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(event.key)}"]`)?.click()
  }
  return (
    <section aria-label={t('coding.waiting')}>
      <p role="status" className="muted">
        {t('coding.count', { count })}
      </p>
      {nodes.length === 0 ? (
        <Empty text={t('coding.empty')}>
          <Link className="button" to="/follow-ups">
            {t('coding.all')}
          </Link>
        </Empty>
      ) : (
        <ul className="waiting-list" ref={list} onKeyDown={press} {...marker}>
          {nodes.map((followUp) => (
            <WaitingRow key={followUp.id} followUp={followUp} />
          ))}
        </ul>
      )}
      {pageInfo.hasNextPage && <p className="muted small">{t('coding.oldest', { count: nodes.length })}</p>}
    </section>
  )
}
