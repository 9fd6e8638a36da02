import type { Session } from './session.ts'
import { useWords } from './words.ts'

/** Who works here, and the way out. */
export function Account({ session, before }: { session: Session; before?: (() => Promise<void>) | undefined }) {
  const { t } = useWords()
  const leave = async () => {
    await before?.()
    session.signOut()
  }
  return (
    <p className="account small muted">
      {session.name && <bdi>{t('account.name', { name: session.name })}</bdi>}
      <button type="button" className="link" onClick={() => void leave()}>
        {t('account.signOut')}
      </button>
    </p>
  )
}
