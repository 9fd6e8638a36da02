import { Outlet, useLocation, useNavigate, useRouteContext } from '@tanstack/react-router'
import { lazy, Suspense, useRef, useState } from 'react'
import { useData } from '../api/data.ts'
import { type Viewer, ViewerContext } from '../api/viewer.ts'
import { Answer } from '../ui/Answer.tsx'
import { KeyProvider, type KeyUse, useKeys } from '../ui/keys.tsx'
import { ShellDocument, type ShellQuery } from './gql/graphql.ts'
import { Navigation } from './Navigation.tsx'
import { placesFor } from './places.ts'
import { useWords } from './words.ts'

const KeySheet = lazy(() => import('./KeySheet.tsx'))
const SetUpNotice = lazy(async () => ({ default: (await import('../pages/start/SetUpNotice.tsx')).SetUpNotice }))

/** What is around every page: who looks at it, the way to all others, and the keys. */
export function Shell() {
  const shell = useData('all', ShellDocument, {})
  return (
    <KeyProvider>
      <Answer of={shell}>{(shell) => <Frame shell={shell} />}</Answer>
    </KeyProvider>
  )
}

const viewerOf = ({ viewer }: ShellQuery): Viewer => ({
  name: viewer.name,
  person: viewer.person?.id ?? '',
  may: (permission) => viewer.permissions.includes(permission),
})

function Frame({ shell }: { shell: ShellQuery }) {
  const { t } = useWords()
  const main = useRef<HTMLElement>(null)
  const [sheet, setSheet] = useState(false)
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const page = useRouteContext({ from: '__root__' })
  const viewer = viewerOf(shell)
  const places = placesFor(viewer, page)
  useKeys([
    { keys: '?', label: t('keys.sheet'), run: () => setSheet(true) },
    ...places.map(({ to, key, name }): KeyUse => ({ keys: `g ${key}`, label: t(name), run: () => void navigate({ to }) })),
  ])
  return (
    <ViewerContext value={viewer}>
      {/* A link to #main would leave the page: addresses are relative to the server's root. */}
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {t('skip')}
      </button>
      <div className="shell">
        <Navigation shell={shell} places={places} onKeys={() => setSheet(true)} />
        <main ref={main} tabIndex={-1}>
          {pathname === '/follow-ups' && !page.demo && (
            <Suspense>
              <SetUpNotice />
            </Suspense>
          )}
          <Outlet />
        </main>
      </div>
      {sheet && (
        <Suspense>
          <KeySheet onClose={() => setSheet(false)} />
        </Suspense>
      )}
    </ViewerContext>
  )
}
