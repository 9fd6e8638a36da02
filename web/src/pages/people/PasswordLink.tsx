import { useState } from 'react'
import { useChange } from '../../api/data.ts'
import { Once } from '../../ui/Once.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { PasswordLinkDocument, type PersonRowFragment } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** Makes a link by which a person who lost their password sets another. It is shown until the dialog is closed. */
export function PasswordLink({ person: { id, name } }: { person: PersonRowFragment }) {
  const { t } = useWords()
  const { run, busy, problem } = useChange(PasswordLinkDocument)
  const [link, setLink] = useState('')
  const make = async () => setLink((await run({ person: id }))?.createPasswordLink?.link ?? '')
  return (
    <>
      <p>{t('passwordText', { name })}</p>
      <Problem problem={problem} />
      {link ? (
        <Once text={link} label={t('link')} />
      ) : (
        <div>
          <button type="button" className="button primary" disabled={busy} onClick={make}>
            {t('makeLink')}
          </button>
        </div>
      )}
    </>
  )
}
