import { useChange } from '../../../api/data.ts'
import { useKeyFor } from '../../../api/useKeyFor.ts'
import { useViewer } from '../../../api/viewer.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { State, toneOf } from '../../../ui/State.tsx'
import { Text } from '../../../ui/Text.tsx'
import { Time } from '../../../ui/Time.tsx'
import { SendNowDocument, UndoDocument } from './gql/graphql.ts'
import { Late } from './Late.tsx'
import type { FollowUpView } from './types.ts'
import { useWords } from './words.ts'

/** Where the follow-up is, and what happens next. It is told when it changes while somebody watches. */
export function Standing({ followUp }: { followUp: FollowUpView }) {
  const { t } = useWords()
  const { state, reason, sendsAt, waitsSince, asksAt, submittedBy } = followUp
  return (
    <>
      <div className="standing">
        <p role="status">
          <State tone={toneOf(state)}>{t(`state.${state}`)}</State> {reason && <span>{reason}. </span>}
        </p>
        <p className="muted">
          {submittedBy && (
            <span>
              {t('ok.by')} <Text>{submittedBy}</Text>.{' '}
            </span>
          )}
          {waitsSince && sendsAt && (
            <span>
              {t('waits.since')} <Time at={waitsSince} />.{' '}
            </span>
          )}
          {sendsAt && (
            <span>
              {t('goes.byItself')} <Time at={sendsAt} />.{' '}
            </span>
          )}
          {asksAt && (
            <span>
              {t('asks.at')} <Time at={asksAt} />.
            </span>
          )}
        </p>
        <Steps followUp={followUp} />
      </div>
      <Late followUp={followUp} />
    </>
  )
}

/** Sends at once what would go by itself, or takes an OK back. */
function Steps({ followUp: { id, state, sendsAt, submittedAt, decision } }: { followUp: FollowUpView }) {
  const { t } = useWords()
  const { may } = useViewer()
  const now = useChange(SendNowDocument)
  const undo = useChange(UndoDocument)
  // Where the chat went on and waits again, it is another wish.
  const idempotencyKey = useKeyFor(`${id} ${state} ${sendsAt}`)
  if (!may('FOLLOW_UP') || (state !== 'HOLDING' && state !== 'AWAITING_TRANSCRIPT')) return null
  const count = decision?.recipients.length
  return (
    <div className="row wrap">
      <button type="button" className="button" disabled={now.busy} onClick={() => now.run({ followUp: id, idempotencyKey })}>
        {count === undefined ? t('now.send') : t('now.sendTo', { count })}
      </button>
      {submittedAt && (
        <button type="button" className="button" disabled={undo.busy} onClick={() => undo.run({ followUp: id })}>
          {t('now.undo')}
        </button>
      )}
      <Problem problem={now.problem ?? undo.problem} />
    </div>
  )
}
