import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { Progress } from '../../ui/Progress.tsx'
import { Text } from '../../ui/Text.tsx'
import { Time } from '../../ui/Time.tsx'
import type { MailRowFragment } from './gql/graphql.ts'
import { useWords } from './words.ts'

const Preview = lazy(() => import('./Preview.tsx'))

/** A mail of the outbox: who it is to and what it is about; and the mail itself once it is opened. */
export function MailRow({ mail, open }: { mail: MailRowFragment; open: boolean }) {
  const { t } = useWords()
  const { id, kind, subject, createdAt, deliveries, followUp } = mail
  return (
    <div className="outbox-mail">
      <h2>
        <Text>{subject}</Text>
      </h2>
      <p className="small muted">
        <Time at={createdAt} /> · {t(`kind.${kind}`)} ·{' '}
        <Link to="/follow-ups/$number" params={{ number: String(followUp.number) }}>
          {t('followUp', { number: followUp.number })}
        </Link>
      </p>
      <p>
        {t('to')}{' '}
        <span className="chips">
          {deliveries.map(({ id, recipient: { email } }) => (
            <span key={id} className="chip">
              <Text>{email}</Text>
            </span>
          ))}
        </span>
      </p>
      <div>
        <Link
          className="button small"
          from="/outbox"
          search={(search) => ({ ...search, mail: open ? '' : id })}
          replace
          resetScroll={false}
          aria-expanded={open}
        >
          {t(open ? 'hide' : 'show')}
        </Link>
      </div>
      {open && (
        <Suspense fallback={<Progress />}>
          <Preview id={id} />
        </Suspense>
      )}
    </div>
  )
}
