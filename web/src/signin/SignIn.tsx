import { useWords } from '../messages/Words.tsx'
import type { SignInPage } from './page.ts'

/** The pop-up that hands a token to the window that opened it. */
export function SignIn({ page }: { page: SignInPage }) {
  const { t } = useWords()
  return (
    <main>
      <h1>{t('signin.title')}</h1>
      <p className="muted">{page.name}</p>
    </main>
  )
}
