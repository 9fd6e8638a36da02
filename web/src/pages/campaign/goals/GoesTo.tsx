import { Link } from '@tanstack/react-router'
import { State } from '../../../ui/State.tsx'
import { type Code, useBoard } from './board.ts'
import { useWords } from './words.ts'

/** Who gets the chats with a code: its own addresses, else standard, else nobody. One that refuses mails says so. */
export function GoesTo({ code }: { code: Code }) {
  const { t } = useWords()
  const { campaign, may } = useBoard()
  const { standard, codes } = campaign.followUpAddresses
  const own = codes.find((list) => list.code.id === code.id)?.addresses.items ?? []
  const byStandard = own.length === 0 && campaign.goalSettings.unaddressed === 'STANDARD'
  const items = byStandard ? standard.items : own
  return (
    <div className="goes-to small">
      <span className="visually-hidden">{t('goesTo')} </span>
      {items.length === 0 ? (
        <>
          <State tone="wait">{t('goesTo.nobody')}</State>
          {may && (
            <Link to="/campaigns/$campaign/addresses" params={{ campaign: campaign.id }}>
              {t('goesTo.add')} <span className="visually-hidden">{code.label}</span>
            </Link>
          )}
        </>
      ) : (
        <>
          {byStandard && <span className="muted">{t('goesTo.standard')} </span>}
          {items.map(({ name, email, health }) => (
            <span key={email} className={health && !health.healthy ? 'chip bad' : 'chip'} title={email}>
              <bdi>{name || email}</bdi>
              {health && !health.healthy && ` · ${t('goesTo.refuses')}`}
            </span>
          ))}
        </>
      )}
    </div>
  )
}
