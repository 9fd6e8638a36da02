import type { KeyboardEvent } from 'react'
import type { Item } from './list.ts'
import type { Health } from './table.ts'
import { useWords } from './words.ts'

interface ChipProps {
  item: Item
  health: Health | undefined
  onRemove(): void
  /** Back to text. */
  onRewrite(): void
  /** To the chip before (-1) or after (1). */
  onMove(step: number): void
  onMend?: () => void
}

/** An address of a list that can be changed. Arrows go from one to the next, Delete takes one out, Enter makes it text again. */
export function Chip({ item, health, onRemove, onRewrite, onMove, onMend }: ChipProps) {
  const { t } = useWords()
  const steps: Record<string, () => void> = {
    ArrowLeft: () => onMove(-1),
    ArrowRight: () => onMove(1),
    Delete: onRemove,
    Backspace: onRemove,
  }
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    step()
  }
  return (
    <li className={health?.healthy === false ? 'address-chip bad' : 'address-chip'}>
      <button
        type="button"
        data-chip
        tabIndex={-1}
        className="chip-text"
        title={item.text}
        aria-label={t('chip', { address: item.text })}
        onKeyDown={press}
        onClick={onRewrite}
      >
        <ChipText item={item} />
      </button>
      <HealthMark health={health} item={item} {...(onMend && { onMend })} />
      <button type="button" className="chip-remove" tabIndex={-1} aria-label={t('remove', { address: item.email })} onClick={onRemove}>
        <span aria-hidden="true">×</span>
      </button>
    </li>
  )
}

/** The name of an address before it, where it has one. */
export function ChipText({ item: { name, email } }: { item: Pick<Item, 'name' | 'email'> }) {
  if (!name) return <bdi>{email}</bdi>
  return (
    <>
      <bdi>{name}</bdi> <bdi className="muted small">{email}</bdi>
    </>
  )
}

interface HealthMarkProps {
  health: Health | undefined
  item: Item
  onMend?: () => void
}

/** Whether mails arrive at the address: a shape and a word. One that refuses them can be seen to. */
export function HealthMark({ health, item, onMend }: HealthMarkProps) {
  const { t } = useWords()
  if (!health) return null
  if (health.healthy) {
    return (
      <svg viewBox="0 0 10 10" width="8" height="8" role="img" aria-label={t('health.ok')} className="state ok">
        <title>{t('health.ok')}</title>
        <circle cx="5" cy="5" r="4.5" fill="currentColor" />
      </svg>
    )
  }
  const mark = (
    <>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        <path d="M5 0l5 5-5 5-5-5z" fill="currentColor" />
      </svg>
      {t('health.refused')}
    </>
  )
  if (!onMend) return <span className="state bad small">{mark}</span>
  return (
    <button type="button" className="state bad small chip-mend" aria-label={t('health.mend', { address: item.email })} onClick={onMend}>
      {mark}
    </button>
  )
}
