import { visible } from '../../../ui/visible.ts'
import type { FollowUpView } from './types.ts'
import { useWords } from './words.ts'

/** What the operator wrote on top of the mail. */
export function Note({ followUp: { submission } }: { followUp: FollowUpView }) {
  const { t } = useWords()
  const { note, urgent, operator } = submission
  if (!note && !urgent) return null
  return (
    <section className="card" aria-labelledby="note">
      <h2 id="note">
        {t('note.title')} {urgent && <span className="flag">{t('note.urgent')}</span>}
      </h2>
      {note && (
        <p className="note-text" dir="auto">
          {visible(note)}
        </p>
      )}
      {operator && <p className="small muted">{visible(operator)}</p>}
    </section>
  )
}
