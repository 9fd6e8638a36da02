import { useState } from 'react'
import { useChange } from '../../api/data.ts'
import { newKey } from '../../api/key.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { focusSoon } from '../../ui/focus.ts'
import { Problem } from '../../ui/Problem.tsx'
import { State } from '../../ui/State.tsx'
import { Text } from '../../ui/Text.tsx'
import { Time } from '../../ui/Time.tsx'
import { type InvitationRowFragment, InviteAgainDocument, type InviteAgainMutation, RevokeInvitationDocument } from './gql/graphql.ts'
import { Invited } from './Invited.tsx'
import { Mailed } from './Mailed.tsx'
import { Role } from './Role.tsx'
import { useWords } from './words.ts'

/** Somebody who was invited and has not come yet. */
export function Invitation({ invitation }: { invitation: InvitationRowFragment }) {
  const { t } = useWords()
  const { email, role, campaigns, invitedBy, createdAt, expiresAt } = invitation
  const over = new Date(expiresAt) < new Date()
  return (
    <div className="person">
      <div>
        <h3>
          <Text>{email}</Text>
        </h3>
        <p className="small muted">
          {t('invitedBy', { name: invitedBy })} <Time at={createdAt} />
        </p>
      </div>
      <div>
        <Role role={role} campaigns={campaigns} />
        <Mailed invitation={invitation} />
        {over ? (
          <State tone="bad">{t('over')}</State>
        ) : (
          <p className="small muted">
            {t('until')} <Time at={expiresAt} />
          </p>
        )}
      </div>
      <Doings invitation={invitation} />
    </div>
  )
}

function Doings({ invitation }: { invitation: InvitationRowFragment }) {
  const { t } = useWords()
  const [asking, ask] = useState(false)
  const revoke = useChange(RevokeInvitationDocument)
  const close = () => ask(false)
  const end = async () => {
    if (await revoke.run({ id: invitation.id })) focusSoon('invited', 'people')
  }
  return (
    <div className="row wrap">
      <button type="button" className="button small" onClick={() => ask(true)}>
        {t('again')}
      </button>
      <button type="button" className="button small" disabled={revoke.busy} onClick={end}>
        {t('revoke')}
      </button>
      <Problem problem={revoke.problem} />
      <Dialog title={t('againTitle')} open={asking} onClose={close}>
        <Again invitation={invitation} onDone={close} />
      </Dialog>
    </div>
  )
}

/** Asks first, for a mail goes out, and the link that they may have ends. */
function Again({ invitation: { id, email }, onDone }: { invitation: InvitationRowFragment; onDone: () => void }) {
  const { t } = useWords()
  const { run, busy, problem } = useChange(InviteAgainDocument)
  const [key] = useState(newKey)
  const [made, setMade] = useState<InviteAgainMutation['resendInvitation']>(null)
  const send = async () => setMade((await run({ id, idempotencyKey: key }))?.resendInvitation ?? null)
  if (made) return <Invited invitation={made.invitation} link={made.link} onDone={onDone} />
  return (
    <>
      <p>{t('againText', { email })}</p>
      <Problem problem={problem} />
      <div className="row wrap">
        <button type="button" className="button primary" disabled={busy} onClick={send}>
          {t('again')}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t('cancel')}
        </button>
      </div>
    </>
  )
}
