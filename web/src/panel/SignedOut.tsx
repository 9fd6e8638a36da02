import { type FormEvent, useState } from 'react'
import type { PanelPage } from './page.ts'
import { inWords } from './problem.ts'
import type { Session } from './session.ts'
import { useWords } from './words.ts'

/** The way in. */
export function SignedOut({ page, session }: { page: PanelPage; session: Session }) {
  const { t } = useWords()
  return (
    <main className="centre">
      <div className="door">
        <h1>{t('panel.title')}</h1>
        {page.name && (
          <p className="muted">
            <bdi>{page.name}</bdi>
          </p>
        )}
        <p role="status">{session.ended ? t('signedOut.ended') : t('signedOut.lead')}</p>
        <button type="button" className="button primary wide" onClick={session.signIn}>
          {t('signedOut.button')}
        </button>
        {session.address !== null && <Pending address={session.address} session={session} />}
      </div>
    </main>
  )
}

function Pending({ address, session }: { address: string; session: Session }) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<Error | null>(null)
  const redeem = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(null)
    await session.redeem(code.trim()).catch(setProblem)
  }
  return (
    <>
      <p className="small muted" role="status">
        {t(session.blocked ? 'signedOut.blocked' : 'signedOut.pending')}{' '}
        {session.blocked && (
          <a href={address} target="_blank" rel="noreferrer">
            {t('signedOut.open')}
          </a>
        )}
      </p>
      <form className="code-entry" onSubmit={redeem}>
        <label htmlFor="sign-in-code">{t('signedOut.code')}</label>
        <span className="small muted" id="sign-in-code-hint">
          {t('signedOut.codeHint')}
        </span>
        <div className="row">
          <input
            id="sign-in-code"
            className="input"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            aria-describedby="sign-in-code-hint"
            aria-invalid={problem !== null}
          />
          <button type="submit" className="button" disabled={code.trim() === ''}>
            {t('signedOut.codeButton')}
          </button>
        </div>
        {problem && (
          <p className="problem" role="alert">
            {inWords(problem, t)}
          </p>
        )}
      </form>
    </>
  )
}
