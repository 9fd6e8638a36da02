import { useLinkProps } from '@tanstack/react-router'
import type { FollowUpState } from '../../api/followups.ts'
import { toneOf } from '../../ui/State.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import type { InboxQuery } from './gql/graphql.ts'
import type { InboxSearch } from './search.ts'
import { useWords } from './words.ts'

// What somebody has to see to comes first, what is well last.
const order: readonly FollowUpState[] = [
  'FAILED',
  'UNCERTAIN',
  'HELD',
  'AWAITING_CODE',
  'AWAITING_OK',
  'AWAITING_TRANSCRIPT',
  'HOLDING',
  'QUEUED',
  'NOT_FORWARDED',
  'SENT',
  'DELIVERED',
]

interface Props {
  search: InboxSearch
  /** How many are in each state, whatever is searched for. */
  counts: InboxQuery['followUpCounts']
}

/** A tab for each state that follow-ups are in, and the others behind a button. What is searched for is not counted. */
export function States({ search, counts }: Props) {
  const { t } = useWords()
  const chosen = search.state ?? []
  const countOf = (state: FollowUpState) => counts.find((one) => one.state === state)?.count ?? 0
  const isShown = (state: FollowUpState) => countOf(state) > 0 || chosen.includes(state.toLowerCase())
  const counted = (count: number) => (search.q || count === 0 ? null : count)
  const tab = (state: FollowUpState) => (
    <StateLink key={state} search={search} states={[state.toLowerCase()]} count={counted(countOf(state))} bad={toneOf(state) === 'bad'}>
      {t(`state.${state}`)}
    </StateLink>
  )
  const others = order.filter((state) => !isShown(state))
  return (
    <Tabs label={t('inbox.states')}>
      <StateLink search={search} states={[]} count={counted(counts.reduce((sum, { count }) => sum + count, 0))}>
        {t('inbox.all')}
      </StateLink>
      {order.filter(isShown).map(tab)}
      {others.length > 0 && (
        <details className="more-states">
          <summary>{t('inbox.more')}</summary>
          <div className="menu-box">{others.map(tab)}</div>
        </details>
      )}
    </Tabs>
  )
}

interface LinkProps {
  search: InboxSearch
  states: string[]
  count: number | null
  bad?: boolean
  children: string
}

function StateLink({ search, states, count, bad = false, children }: LinkProps) {
  const { language } = useWords()
  const link = useLinkProps({ to: '/follow-ups', search: { ...search, state: states, after: '', before: '' }, resetScroll: false })
  const here = String(search.state ?? []) === String(states)
  return (
    <a {...link} aria-current={here ? 'page' : undefined}>
      {children}
      {count !== null && <span className={bad ? 'count bad' : 'count'}>{new Intl.NumberFormat(language).format(count)}</span>}
    </a>
  )
}
