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
  const [first, ...others] = recipients
  if (!first) return <span className="muted">{t('inbox.nobody')}</span>
  return (
    <span className="recipients-box">
      <button
        type="button"
        className="recipients-button"
        aria-expanded={open}
        aria-controls={open ? controls : undefined}
        onClick={() => onOpen(!open)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      >
        <Text>{first.name || first.email}</Text>
        {others.length > 0 && <span className="muted">+{others.length}</span>}
        <span className="visually-hidden">{t('inbox.why')}</span>
      </button>
      {!open && (
        // It says what the opened line says: whoever does not see it opens that.
        <span className="why-card" aria-hidden="true">
          <RecipientList recipients={recipients} />
        </span>
      )}
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
