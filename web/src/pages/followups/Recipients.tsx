import { useEffect, useState } from 'react'
import { State, toneOf } from '../../ui/State.tsx'
import { Text } from '../../ui/Text.tsx'
import type { RowRecipient } from './recipients.ts'
import { useWords } from './words.ts'

interface Props {
  recipients: readonly RowRecipient[]
  open: boolean
  onOpen(open: boolean): void
  /** The id of what is opened. */
  controls: string
}

/** Who gets a follow-up, in a word. Why, stands beside it while it is pointed at, and below it once it is opened. */
export function Recipients({ recipients, open, onOpen, controls }: Props) {
  const { t } = useWords()
  const [near, setNear] = useState(false)
  const [first, ...others] = recipients
  if (!first) return <span className="muted">{t('inbox.nobody')}</span>
  return (
    <span className="recipients-box" onPointerEnter={() => setNear(true)} onPointerLeave={() => setNear(false)}>
      <button
        type="button"
        className="recipients-button"
        aria-expanded={open}
        aria-controls={open ? controls : undefined}
        onClick={() => onOpen(!open)}
        onFocus={(event) => setNear(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => setNear(false)}
      >
        <Text>{first.name || first.email}</Text>
        {others.length > 0 && <span className="muted">+{others.length}</span>}
        <span className="visually-hidden">{t('inbox.why')}</span>
      </button>
      {near && !open && <WhyCard recipients={recipients} onClose={() => setNear(false)} />}
    </span>
  )
}

/** Says what the opened line says, to whoever points at it; whoever does not see it opens that. Escape puts it away. */
function WhyCard({ recipients, onClose }: { recipients: readonly RowRecipient[]; onClose(): void }) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => event.key === 'Escape' && onClose()
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
  return (
    <span className="why-card" aria-hidden="true">
      <RecipientList recipients={recipients} />
    </span>
  )
}

/** Who gets a follow-up, each with the reasons, and what became of their mail. */
export function RecipientList({ recipients }: { recipients: readonly RowRecipient[] }) {
  const { t } = useWords()
  return (
    <ul className="recipient-list small">
      {recipients.map(({ name, email, reasons, state, words }) => (
        <li key={email}>
          <span>
            {name && (
              <strong>
                <Text>{name}</Text>
              </strong>
            )}{' '}
            <Text>{email}</Text> {state && <State tone={toneOf(state)}>{t(`delivery.${state}`)}</State>}
          </span>
          <span className="muted">{reasons.join(' · ')}</span>
          {words && (
            <span className="muted">
              <Text>{words}</Text>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
