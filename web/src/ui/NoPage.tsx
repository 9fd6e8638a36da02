import { Link } from '@tanstack/react-router'
import { Page } from './Page.tsx'
import { useWords } from './words.ts'

/** For an address that is no page's. */
export function NoPage() {
  const { t } = useWords()
  return (
    <Page title={t('noPage.title')}>
      <p>{t('noPage.text')}</p>
      <p>
        <Link to="/follow-ups">{t('noPage.go')}</Link>
      </p>
    </Page>
  )
}
