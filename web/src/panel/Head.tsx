import type { Liveness } from '../api/live.ts'
import { State, toneOf } from '../ui/State.tsx'
import { visible } from '../ui/visible.ts'
import type { PanelView } from './api.ts'
import { useWords } from './words.ts'

/** Who the chat was with, and where it is. */
export function Head({ panel, liveness, onList }: { panel: PanelView; liveness: Liveness; onList(): void }) {
  const { t } = useWords()
  const { visitor } = panel.chat ?? panel.conversation ?? {}
  const name = visible(visitor?.name || visitor?.email || visitor?.phone || '')
  return (
    <header className="head">
      <div className="head-line">
        <h1>
          <bdi>{name || t('panel.visitor')}</bdi>
        </h1>
        <button type="button" className="icon-button" onClick={onList} aria-label={t('list.back')} title={t('list.back')}>
          <span aria-hidden="true">☰</span>
        </button>
      </div>
      <p className="head-line small">
        <span className="muted">
          <bdi>{panel.campaign.name}</bdi>
          {panel.followUp && <span className="number"> · #{panel.followUp.number}</span>}
        </span>
        <span role="status">
          {liveness === 'reconnecting' ? (
            <State tone="wait">{t('panel.live.reconnecting')}</State>
          ) : panel.followUp ? (
            <State tone={toneOf(panel.followUp.state)}>{t(`state.${panel.followUp.state}`)}</State>
          ) : (
            <State tone="wait">{t('panel.chatOpen')}</State>
          )}
        </span>
      </p>
      {panel.conversationProblem && (
        <p className="small muted">
          <bdi>{visible(panel.conversationProblem)}</bdi>
        </p>
      )}
    </header>
  )
}
