import { Page } from '../../ui/Page.tsx'
import { useWords } from './words.ts'

/** How a campaign is, and what it lacks. */
export function Overview() {
  const { t } = useWords()
  return (
    <Page title={t('tab.overview')}>
      <p />
    </Page>
  )
}
