import { useWords } from '../messages/Words.tsx'
import type { PanelPage } from './page.ts'

/** The operator's window. */
export function Panel({ page }: { page: PanelPage }) {
  const { t } = useWords()
  return (
    <main>
      <h1>{t('panel.title')}</h1>
      <p className="muted">{page.name}</p>
      <button type="button" className="button primary">
        {t('panel.signIn')}
      </button>
    </main>
  )
}
