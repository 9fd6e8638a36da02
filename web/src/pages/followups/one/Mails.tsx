import { lazy, Suspense, useState } from 'react'
import { Progress } from '../../../ui/Progress.tsx'
import { Text } from '../../../ui/Text.tsx'
import { Time } from '../../../ui/Time.tsx'
import type { FollowUpView } from './types.ts'
import { useWords } from './words.ts'

const Mail = lazy(() => import('./Mail.tsx'))

/** The mails, exactly as they are sent. Each is read once somebody opens it. */
export function Mails({ mails }: Pick<FollowUpView, 'mails'>) {
  const { t } = useWords()
  if (mails.length === 0) return null
  return (
    <section className="card" aria-labelledby="mails">
      <h2 id="mails">{t('mails.title')}</h2>
      {mails.map((mail) => (
        <Closed key={mail.id} mail={mail} />
      ))}
    </section>
  )
}

function Closed({ mail: { id, kind, subject, createdAt } }: { mail: FollowUpView['mails'][number] }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <details className="mail-box" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="flag">{t(`mail.${kind}`)}</span> <Text>{subject}</Text>{' '}
        <span className="muted small">
          <Time at={createdAt} />
        </span>
      </summary>
      {open && (
        <Suspense fallback={<Progress />}>
          <Mail id={id} />
        </Suspense>
      )}
    </details>
  )
}
