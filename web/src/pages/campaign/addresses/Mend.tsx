import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { focusSoon } from '../../../ui/focus.ts'
import { State } from '../../../ui/State.tsx'
import { Time } from '../../../ui/Time.tsx'
import { AddressField } from './AddressField.tsx'
import { rowsWith } from './draft.ts'
import { failedAt, InboxLink, mailedTo } from './InboxLink.tsx'
import type { Item } from './list.ts'
import { fieldOf, type Health, standard } from './table.ts'
import type { Desk } from './useDraft.ts'
import { useWords } from './words.ts'

interface MendProps {
  desk: Desk
  mayEdit: boolean
  /** The address that is to be mended; empty for none. */
  email: string
  onMended(email: string): void
  onClose(): void
}

/** What is known of an address that refuses mails, and others in its place, in all rows at once. */
export function Mend(props: MendProps) {
  const { t } = useWords()
  return (
    <Dialog title={t(props.mayEdit ? 'mend' : 'mend.read')} open={props.email !== ''} onClose={props.onClose}>
      <MendForm key={props.email} {...props} />
    </Dialog>
  )
}

function MendForm({ desk, mayEdit, email, onMended, onClose }: MendProps) {
  const { t } = useWords()
  const rows = rowsWith(desk.draft, desk.rows, email)
  const replace = (by: readonly Item[]) => {
    desk.replace(email, by)
    onMended(email)
    onClose()
    focusSoon(...rows.map(fieldOf))
  }
  return (
    <div className="stack">
      <Known email={email} health={desk.health.get(email.toLowerCase())} />
      <p>
        {t('mend.rows')} <bdi>{rows.map(({ id, label }) => (id === standard ? t('standard') : label)).join(', ') || t('mend.noRows')}</bdi>
      </p>
      {mayEdit && rows.length > 0 && <Replacement campaign={desk.campaign.id} rows={rows.length} onReplace={replace} />}
      <FailedThere campaign={desk.campaign.id} email={email} />
    </div>
  )
}

interface ReplacementProps {
  campaign: string
  /** In how many rows. */
  rows: number
  onReplace(by: readonly Item[]): void
}

/** The addresses that come in the place of another one. */
function Replacement({ campaign, rows, onReplace }: ReplacementProps) {
  const { t } = useWords()
  const [by, setBy] = useState<readonly Item[]>([])
  const [typed, setTyped] = useState('')
  const ready = typed === ''
  return (
    <>
      <div className="field">
        <span className="label">{t('mend.by')}</span>
        <AddressField label={t('mend.by')} campaign={campaign} list={by} typed={typed} onList={setBy} onTyped={setTyped} />
      </div>
      <div className="row wrap">
        <button type="button" className="button primary" aria-disabled={!ready} onClick={() => ready && onReplace(by)}>
          {t(by.length > 0 ? 'mend.replace' : 'mend.remove', { count: rows })}
        </button>
      </div>
    </>
  )
}

/** What the mail servers said of an address. */
function Known({ email, health }: { email: string; health: Health | undefined }) {
  const { t } = useWords()
  if (!health) {
    return (
      <p>
        <bdi>{email}</bdi> <span className="muted">{t('mend.unknown')}</span>
      </p>
    )
  }
  return (
    <div>
      <p>
        <State tone={health.healthy ? 'ok' : 'bad'}>{t(health.healthy ? 'health.ok' : 'health.refused')}</State> <bdi>{email}</bdi>
      </p>
      {health.words && (
        <blockquote className="said mono">
          <bdi>{health.words}</bdi>
        </blockquote>
      )}
      <p className="small muted">
        {health.refusedAt && (
          <>
            {t('mend.refused', { count: health.refusals })} <Time at={health.refusedAt} />.{' '}
          </>
        )}
        {health.goodAt ? (
          <>
            {t('mend.good')} <Time at={health.goodAt} />.
          </>
        ) : (
          t('mend.never')
        )}
      </p>
    </div>
  )
}

/** Leads to the follow-ups that failed at an address, to be sent again; and to all that went there: some were rescued by standard. */
function FailedThere({ campaign, email }: { campaign: string; email: string }) {
  const { t } = useWords()
  return (
    <p className="small">
      <InboxLink meant={failedAt(campaign, email)}>{t('mend.failed', { address: email })}</InboxLink>
      {' · '}
      <InboxLink meant={mailedTo(campaign, email)}>{t('mend.all')}</InboxLink>
    </p>
  )
}

/** After an address was mended: what failed there is not sent again by itself. */
export function Mended({ campaign, emails, onDone }: { campaign: string; emails: readonly string[]; onDone: () => void }) {
  const { t } = useWords()
  if (emails.length === 0) return null
  return (
    <section className="card mended" aria-label={t('mended')}>
      <p>{t('mended')}</p>
      <div>
        {emails.map((email) => (
          <FailedThere key={email} campaign={campaign} email={email} />
        ))}
      </div>
      <button type="button" className="button small" onClick={onDone}>
        {t('mended.done')}
      </button>
    </section>
  )
}
