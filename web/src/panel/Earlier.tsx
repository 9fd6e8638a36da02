import { State, toneOf } from '../ui/State.tsx'
import type { FollowUpPartsFragment } from './gql/graphql.ts'
import { Deliveries } from './Receipt.tsx'
import { useWords } from './words.ts'

/** What the same conversation had before. */
export function Earlier({ followUp }: { followUp: FollowUpPartsFragment }) {
  const { t } = useWords()
  return (
    <details className="more earlier">
      <summary>
        {t('earlier.title')}{' '}
        <span className="muted small">
          {t('receipt.number', { number: `#${followUp.number}` })} ·{' '}
          <State tone={toneOf(followUp.state)}>{t(`state.${followUp.state}`)}</State>
        </span>
      </summary>
      <div className="more-body">
        <Deliveries followUp={followUp} />
      </div>
    </details>
  )
}
