import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useViewer } from '../../../api/viewer.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { digitsOf, pick } from '../../../ui/pick.ts'
import { State, toneOf } from '../../../ui/State.tsx'
import { Text } from '../../../ui/Text.tsx'
import { Time } from '../../../ui/Time.tsx'
import { rememberOpened } from '../useMarker.ts'
import { GoesTo } from './GoesTo.tsx'
import type { WaitingFragment } from './gql/graphql.ts'
import { useOK } from './useOK.ts'
import { useWords } from './words.ts'

const Said = lazy(() => import('./Said.tsx'))

/** A chat that waits, and what it takes to send it on. */
export function WaitingRow({ followUp }: { followUp: WaitingFragment }) {
  const { t } = useWords()
  const { may } = useViewer()
  const [reads, setReads] = useState(false)
  const { id, number, state, campaign, chat, waitsSince, sendsAt } = followUp
  return (
    <li className="card waiting-row" data-of={id}>
      <div className="waiting-head">
        <Link
          to="/follow-ups/$number"
          params={{ number: String(number) }}
          className="waiting-name"
          data-row={id}
          onClick={() => rememberOpened(id)}
        >
          #{number} <Text>{chat.visitor.name || chat.visitor.email || chat.visitor.phone || t('visitor')}</Text>
        </Link>
        <State tone={toneOf(state)}>{t(`state.${state}`)}</State>
      </div>
      <p className="small muted">
        <Text>{[campaign.name, ...chat.operators.map(({ name }) => name)].join(' · ')}</Text> · {t('since')}{' '}
        <Time at={waitsSince ?? chat.closedAt} />
        {sendsAt && (
          <>
            {' · '}
            {t('until')} <Time at={sendsAt} />
          </>
        )}
      </p>
      {may('FOLLOW_UP') && <Codes followUp={followUp} />}
      <details className="reads" onToggle={(event) => setReads(event.currentTarget.open)}>
        <summary>{t('read')}</summary>
        {reads && (
          <Suspense>
            <Said id={id} />
          </Suspense>
        )}
      </details>
    </li>
  )
}

/**
 * The campaign's codes. Where only one may be given, and an OK can be undone, pressing it is the OK; else they are picked first, and OK
 * sends it on.
 */
function Codes({ followUp }: { followUp: WaitingFragment }) {
  const { t } = useWords()
  const { id, codes: given, campaign } = followUp
  const { allowMultiple, requireCode, undoDelay } = campaign.goalSettings
  const [picked, setPicked] = useState<readonly string[] | null>(null)
  const { ok, busy, problem } = useOK(id)
  const codes = campaign.successCodes.filter(({ retired }) => !retired)
  const digits = digitsOf(codes)
  const chosen = picked ?? given
  const atOnce = !allowMultiple && undoDelay > 0
  const press = (label: string) => (atOnce ? void ok({ codes: [label] }) : setPicked(pick(label, chosen, allowMultiple)))
  return (
    <>
      <div className="row wrap">
        {codes.map(({ id, label, hint, color }) => (
          <button
            key={id}
            type="button"
            className="button code-button"
            style={color ? { borderInlineStartColor: color } : undefined}
            aria-pressed={chosen.includes(label)}
            aria-keyshortcuts={digits.get(label) || undefined}
            title={hint || undefined}
            disabled={busy}
            onClick={() => press(label)}
          >
            {digits.get(label) && (
              <span className="key" aria-hidden="true">
                {digits.get(label)}
              </span>
            )}
            <Text>{label}</Text>
          </button>
        ))}
        {(!atOnce || !requireCode || chosen.length > 0) && (
          <button
            type="button"
            className="button primary"
            disabled={busy || (requireCode && chosen.length === 0)}
            onClick={() => ok(picked ? { codes: picked } : {})}
          >
            {t('ok')}
          </button>
        )}
      </div>
      {chosen.length > 0 && <GoesTo campaign={campaign.id} codes={chosen} />}
      <Problem problem={problem} />
    </>
  )
}
