import { useState } from 'react'
import { useData } from '../../api/data.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Only } from '../../ui/Only.tsx'
import { Page } from '../../ui/Page.tsx'
import { PeopleDocument, type PeopleQuery } from './gql/graphql.ts'
import { Invitation } from './Invitation.tsx'
import { Invite } from './Invite.tsx'
import { Person } from './Person.tsx'
import { useWords } from './words.ts'
import './people.css'

/** Who works here, who is invited, and what each may do. */
export function People() {
  const { t } = useWords()
  return (
    <Only may="PEOPLE" title={t('title')}>
      <All />
    </Only>
  )
}

function All() {
  const { t } = useWords()
  const data = useData('account', PeopleDocument, {})
  const [inviting, invite] = useState(false)
  return (
    <Page
      title={t('title')}
      actions={
        <button type="button" className="button primary" onClick={() => invite(true)}>
          {t('invite')}
        </button>
      }
    >
      <Answer of={data}>
        {(result) => (
          <>
            <Lists result={result} />
            <Dialog title={t('invite')} open={inviting} onClose={() => invite(false)}>
              <Invite campaigns={result.campaigns} onDone={() => invite(false)} />
            </Dialog>
          </>
        )}
      </Answer>
    </Page>
  )
}

function Lists({ result: { people, invitations, campaigns } }: { result: PeopleQuery }) {
  const { t } = useWords()
  return (
    <div className="stack">
      <ul id="people" tabIndex={-1} className="people">
        {people.map((person) => (
          <li key={person.id} className="card">
            <Person person={person} campaigns={campaigns} />
          </li>
        ))}
      </ul>
      {invitations.length > 0 && (
        <section aria-labelledby="invited" className="stack">
          <h2 id="invited" tabIndex={-1}>
            {t('invited')}
          </h2>
          <ul className="people">
            {invitations.map((invitation) => (
              <li key={invitation.id} className="card">
                <Invitation invitation={invitation} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
