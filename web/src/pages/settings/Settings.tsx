import { Link, Outlet } from '@tanstack/react-router'
import { useViewer } from '../../api/viewer.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { useWords } from './words.ts'
import './settings.css'

const here = { 'aria-current': 'page' } as const

/** What is around the settings: the way between them, as far as the viewer may go. */
export function Settings() {
  const { t } = useWords()
  const { may } = useViewer()
  return (
    <>
      <Tabs label={t('tabs')}>
        <Link to="/settings" activeOptions={{ exact: true }} activeProps={here}>
          {t('profile.title')}
        </Link>
        {may('PEOPLE') && (
          <Link to="/settings/tokens" activeProps={here}>
            {t('tokens.title')}
          </Link>
        )}
        {may('ACCOUNT') && (
          <Link to="/settings/audit" activeOptions={{ includeSearch: false }} activeProps={here}>
            {t('audit.title')}
          </Link>
        )}
      </Tabs>
      <Outlet />
    </>
  )
}
