import { useData } from '../../api/data.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Page } from '../../ui/Page.tsx'
import { Appearance } from './Appearance.tsx'
import { ProfileDocument } from './gql/graphql.ts'
import { Password } from './Password.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import { Sessions } from './Sessions.tsx'
import { useWords } from './words.ts'

/** What somebody settles for themselves. */
export function Profile() {
  const { t } = useWords()
  const data = useData('account', ProfileDocument, {})
  return (
    <Page title={t('profile.title')}>
      <Answer of={data}>
        {({ viewer: { person }, sessions }) => (
          <div className="stack">
            {person && <ProfileForm person={person} />}
            <Appearance />
            {person && <Password email={person.email} />}
            <Sessions sessions={sessions} />
          </div>
        )}
      </Answer>
    </Page>
  )
}
