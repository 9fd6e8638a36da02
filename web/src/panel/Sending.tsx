import type { CSSProperties, RefObject } from 'react'
import type { PanelView } from './api.ts'
import type { PanelState, PanelStore } from './store.ts'
import { useCountdown } from './useCountdown.ts'
import { useWords } from './words.ts'

interface Props {
  panel: PanelView
  store: PanelStore
  state: PanelState
  main: RefObject<HTMLButtonElement | null>
  /** Whether the buttons take a press yet. */
  ready: boolean
}

/** OK was pressed: what will happen when, and the way back. */
export function Sending({ panel, store, state, main, ready }: Props) {
  const { t } = useWords()
  const left = useCountdown(panel.sendsAt)
  const count = panel.envelope.recipients.length
  const fetching = panel.followUp?.state === 'AWAITING_TRANSCRIPT'
  const total = panel.sendsAt && panel.submittedAt ? (Date.parse(panel.sendsAt) - Date.parse(panel.submittedAt)) / 1000 : 0
  const busy = state.wish !== null
  return (
    <div className="sending">
      <p className="visually-hidden" role="status">
        {t('sending.kept')}
      </p>
      {left !== null && total > 0 && (
        <div className="progress">
          <span style={{ '--part': Math.min(1, left / total) } as CSSProperties} />
        </div>
      )}
      <div className="sending-line">
        <p className="sending-words">
          <strong>
            {panel.stage === 'OPEN'
              ? t('sending.open', { count })
              : fetching
                ? t('sending.transcript', { count })
                : count === 0
                  ? t('sending.nobody')
                  : left
                    ? t('sending.in', { count, seconds: left })
                    : t('sending.now', { count })}
          </strong>
          {panel.submittedBy && (
            <span className="small muted">
              <bdi>{t('sending.by', { name: panel.submittedBy })}</bdi>
            </span>
          )}
        </p>
        <div className="row">
          <button ref={main} type="button" className="button" disabled={!ready} aria-disabled={busy} onClick={() => void store.undo()}>
            {t('sending.undo')}
          </button>
          {panel.followUp && (
            <button type="button" className="button primary" disabled={!ready} aria-disabled={busy} onClick={() => void store.sendNow()}>
              {t('sending.sendNow')}
            </button>
          )}
        </div>
      </div>
    </div>
  )
}
