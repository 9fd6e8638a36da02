import { Link } from '@tanstack/react-router'
import { Empty } from '../../../ui/Empty.tsx'
import type { Item } from './list.ts'
import { RowCard } from './RowCard.tsx'
import { type Row, standard } from './table.ts'
import type { Desk } from './useDraft.ts'
import { useWords } from './words.ts'

interface RowsProps {
  desk: Desk
  mayEdit: boolean
  /** What the server says is wrong with a row's list. */
  problems?: ReadonlyMap<string, string>
  onMend?(item: Item): void
}

/** A row for each code, by goal, and one for chats without a code. Retired codes are folded away. */
export function Rows({ desk, ...more }: RowsProps) {
  const { t } = useWords()
  const inUse = desk.rows.filter(({ id, retired }) => !retired && id !== standard)
  const retired = desk.rows.filter(({ retired }) => retired)
  const last = desk.rows.find(({ id }) => id === standard)
  const goals = [...new Set(inUse.map(({ goal }) => goal))]
  const row = (row: Row) => <RowCard key={row.id} row={row} desk={desk} {...more} />
  return (
    <div className="address-table">
      {inUse.length === 0 && (
        <Empty text={t('noCodes')}>
          <Link className="button" to="/campaigns/$campaign/goals" params={{ campaign: desk.campaign.id }}>
            {t('noCodes.add')}
          </Link>
        </Empty>
      )}
      {goals.map((goal) => (
        <section key={goal} aria-label={goal || t('noGoal')}>
          {(goal || goals.length > 1) && <h2 className="goal-name">{goal ? <bdi>{goal}</bdi> : t('noGoal')}</h2>}
          <ul className="address-rows">{inUse.filter((row) => row.goal === goal).map(row)}</ul>
        </section>
      ))}
      {retired.length > 0 && (
        <details className="retired">
          <summary>{t('retired', { count: retired.length })}</summary>
          <ul className="address-rows">{retired.map(row)}</ul>
        </details>
      )}
      {last && (
        <section aria-label={t('standard')}>
          <ul className="address-rows standard">{row(last)}</ul>
        </section>
      )}
    </div>
  )
}
