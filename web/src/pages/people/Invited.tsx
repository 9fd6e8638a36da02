import { Once } from '../../ui/Once.tsx'
import type { InvitationRowFragment } from './gql/graphql.ts'
import { Mailed } from './Mailed.tsx'
import { useWords } from './words.ts'

interface InvitedProps {
  invitation: InvitationRowFragment
  /** Empty where the same was asked for before. */
  link: string
  onDone: () => void
}

/** What became of an invitation, and its link. */
export function Invited({ invitation, link, onDone }: InvitedProps) {
  const { t } = useWords()
  return (
    <div className="stack">
      <Mailed invitation={invitation} />
      {link ? <Once text={link} label={t('link')} /> : <p>{t('linkBefore')}</p>}
      <div>
        <button type="button" className="button" onClick={onDone}>
          {t('done')}
        </button>
      </div>
    </div>
  )
}
