import { Link } from '@tanstack/react-router'
import { linkTo } from '../../api/followups.ts'
import { State } from '../../ui/State.tsx'
import { csvOf } from './csv.ts'
import type { ReportsQuery } from './gql/graphql.ts'
import { type Box, boxesOf, statesOf } from './ledger.ts'
import { useNumbers } from './numbers.ts'
import type { Period } from './period.ts'
import { useSecondLook } from './useSecondLook.ts'
import { useWords } from './words.ts'

interface LedgerProps {
  days: ReportsQuery['ledger']
  /** How many chats there are, counted one by one instead of in boxes. */
  counted: number
  period: Period
  campaigns: string[]
  /** Counts again. */
  again: () => Promise<unknown>
}

/** The line that must balance: every finished chat is in one box. */
export function Ledger({ days, counted, period, campaigns, again }: LedgerProps) {
  const { t } = useWords()
  const numbers = useNumbers()
  const boxes = boxesOf(days)
  const finished = days.reduce((sum, day) => sum + day.finished, 0)
  const chats = { days: period, campaigns }
  return (
    <section className="card stack" aria-labelledby="ledger">
      <div className="page-head">
        <h2 id="ledger">{t('ledger')}</h2>
        <Balance missing={counted - finished} again={again} />
      </div>
      <p className="ledger-line">
        <Link to="/follow-ups" search={linkTo(chats)}>
          {t('ledger.finished', { count: counted, number: numbers.count(counted) })}
        </Link>
        {statesOf(boxes).map(({ state, count }, at) => (
          <span key={state}>
            <span className="muted">{at === 0 ? '= ' : '+ '}</span>
            <Link to="/follow-ups" search={linkTo({ ...chats, states: [state] })}>
              {numbers.count(count)} {t(`state.${state}`)}
            </Link>
          </span>
        ))}
      </p>
      <Reasons boxes={boxes} chats={chats} />
      <p className="small">
        <a href={csvOf('ledger', period, campaigns)} download>
          {t('ledger.csv')}
        </a>
      </p>
    </section>
  )
}

/** Says in words whether it balances. */
function Balance({ missing, again }: { missing: number; again: () => Promise<unknown> }) {
  const { t } = useWords()
  const sure = useSecondLook(missing, again)
  if (missing === 0) return <State tone="ok">{t('ledger.balances')}</State>
  if (!sure) return <State tone="wait">{t('ledger.again')}</State>
  return (
    <p role="alert" className="problem">
      <State tone="bad">{missing > 0 ? t('ledger.missing', { count: missing }) : t('ledger.over', { count: -missing })}</State>
    </p>
  )
}

/** Why chats are in a state where the state does not say it all. */
function Reasons({ boxes, chats }: { boxes: readonly Box[]; chats: { days: Period; campaigns: string[] } }) {
  const { t } = useWords()
  const numbers = useNumbers()
  const told = boxes.filter(({ reason }) => reason !== '')
  if (told.length === 0) return null
  return (
    <details>
      <summary>{t('ledger.reasons')}</summary>
      <ul className="reasons">
        {told.map(({ state, reason, reasons, count }) => (
          <li key={`${state} ${reasons}`}>
            <Link to="/follow-ups" search={linkTo({ ...chats, states: [state], reasons })}>
              {numbers.count(count)} {t(`state.${state}`)}
            </Link>{' '}
            <bdi className="muted">{reason}</bdi>
          </li>
        ))}
      </ul>
    </details>
  )
}
