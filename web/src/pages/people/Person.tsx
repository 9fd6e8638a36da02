import { useState } from 'react'
import { useChange } from '../../api/data.ts'
import { useViewer } from '../../api/viewer.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { State } from '../../ui/State.tsx'
import { Text } from '../../ui/Text.tsx'
import { Time, useMoment } from '../../ui/Time.tsx'
import { useUndo } from '../../ui/Toast.tsx'
import { ChangePerson } from './ChangePerson.tsx'
import { DisablePersonDocument, EnablePersonDocument, type PeopleQuery, type PersonRowFragment } from './gql/graphql.ts'
import { PasswordLink } from './PasswordLink.tsx'
import { Role } from './Role.tsx'
import { useWords } from './words.ts'

interface PersonProps {
  person: PersonRowFragment
  campaigns: PeopleQuery['campaigns']
}

/** A person, what they may do, and what can be done about that. */
export function Person({ person, campaigns }: PersonProps) {
  const { t } = useWords()
  const moment = useMoment()
  const { name, email, signedInAt, disabledAt } = person
  return (
    <div className="person">
      <div>
        <h2>
          <Text>{name}</Text>
        </h2>
        <p className="small muted">
          <Text>{email}</Text>
        </p>
        <p className="small muted">
          {t('signedIn')} {signedInAt ? <Time at={signedInAt} /> : t('never')}
        </p>
      </div>
      <div>
        <Role role={person.role} campaigns={person.campaigns} />
        {disabledAt && <State tone="bad">{t('disabled', { at: moment(disabledAt) })}</State>}
      </div>
      <Doings person={person} campaigns={campaigns} />
    </div>
  )
}

type Open = 'change' | 'password'

function Doings({ person, campaigns }: PersonProps) {
  const { t } = useWords()
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  return (
    <div className="row wrap">
      <button type="button" className="button small" onClick={() => setOpen('change')}>
        {t('change')}
      </button>
      {!person.disabledAt && (
        <button type="button" className="button small" onClick={() => setOpen('password')}>
          {t('passwordLink')}
        </button>
      )}
      <Access person={person} />
      <Dialog title={t('changeTitle', { name: person.name })} open={open === 'change'} onClose={close}>
        <ChangePerson person={person} campaigns={campaigns} onDone={close} />
      </Dialog>
      <Dialog title={t('passwordLink')} open={open === 'password'} onClose={close}>
        <PasswordLink person={person} />
      </Dialog>
    </div>
  )
}

/** Keeps a person out, and lets them in again. Nobody can keep themselves out. */
function Access({ person: { id, name, disabledAt } }: { person: PersonRowFragment }) {
  const { t } = useWords()
  const viewer = useViewer()
  const offerUndo = useUndo()
  const disable = useChange(DisablePersonDocument)
  const enable = useChange(EnablePersonDocument)
  const press = async () => {
    if (disabledAt) await enable.run({ id })
    else if (await disable.run({ id })) offerUndo(t('disabledNow', { name }), () => enable.run({ id }))
  }
  if (viewer.person === id) return <span className="small muted">{t('you')}</span>
  return (
    <>
      <button type="button" className="button small" disabled={disable.busy || enable.busy} onClick={press}>
        {t(disabledAt ? 'enable' : 'disable')}
      </button>
      <Problem problem={disable.problem ?? enable.problem} />
    </>
  )
}
