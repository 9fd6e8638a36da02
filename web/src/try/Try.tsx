import { useWords } from '../messages/Words.tsx'

/** The demo's page: a pretend chat beside the operator's window. */
export function Try() {
  const { t } = useWords()
  return (
    <main>
      <h1>{t('try.title')}</h1>
    </main>
  )
}
