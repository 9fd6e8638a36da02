import { Link } from '@tanstack/react-router'
import { linkTo } from '../../api/followups.ts'
import { Time } from '../../ui/Time.tsx'
import type { ItemsFragment } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** The addresses that refuse mails, with what their servers said last, what it kept from them, and the way to mend that. */
export function Refused({ campaign, addresses }: { campaign: string; addresses: readonly ItemsFragment['items'][number][] }) {
  const { t } = useWords()
  if (addresses.length === 0) return null
  return (
    <section className="card" aria-labelledby="refused">
      <h2 id="refused">{t('refused.title')}</h2>
      <p className="small muted">{t('refused.means')}</p>
      <ul className="missing">
        {addresses.map(({ name, email, health }) => (
          <li key={email}>
            <div>
              <span className="chip bad">
                <bdi>{name || email}</bdi>
              </span>{' '}
              {health?.refusedAt && <Time at={health.refusedAt} />}
              <p className="small">
                <bdi>{health?.words}</bdi>
              </p>
            </div>
            <div className="row wrap">
              <Link className="button small" to="/follow-ups" search={linkTo({ campaigns: [campaign], addresses: [email] })}>
                {t('refused.chats')} <span className="visually-hidden">{email}</span>
              </Link>
              <Link className="button small" to="/campaigns/$campaign/addresses" params={{ campaign }} search={{ mend: email }}>
                {t('refused.mend')} <span className="visually-hidden">{email}</span>
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
