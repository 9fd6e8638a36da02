import { Link, useLocation, useParams, useRouteContext } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useViewer } from '../api/viewer.ts'
import type { ShellQuery } from './gql/graphql.ts'
import { useLive } from './live.tsx'
import type { Place } from './places.ts'
import { useWords } from './words.ts'

/** The way to every page; beside it on a wide screen, behind a button on a narrow one. */
export function Navigation({ shell, places, onKeys }: { shell: ShellQuery; places: readonly Place[]; onKeys: () => void }) {
  const { t } = useWords()
  const { pathname } = useLocation()
  const [open, setOpen] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has gone somewhere has chosen
  useEffect(() => setOpen(false), [pathname])
  const failed = shell.followUpCounts.find(({ state }) => state === 'FAILED')?.count ?? 0
  return (
    <header className="bar">
      <div className="bar-head">
        <Link to="/follow-ups" className="brand">
          {t('brand')}
        </Link>
        <LiveButton />
        <button type="button" className="button small menu-button" aria-expanded={open} aria-controls="menu" onClick={() => setOpen(!open)}>
          {t('menu')}
        </button>
      </div>
      <div id="menu" className={open ? 'menu open' : 'menu'}>
        <nav aria-label={t('menu.pages')}>
          <ul>
            {places.map(({ to, name }) => (
              <li key={to}>
                <Link to={to} activeOptions={{ exact: to === '/campaigns' }} activeProps={{ 'aria-current': 'page' }}>
                  {t(name)}
                  {to === '/follow-ups' && failed > 0 && (
                    <span className="count bad" title={t('failed', { count: failed })}>
                      {failed}
                    </span>
                  )}
                </Link>
                {to === '/campaigns' && <Campaigns all={shell.campaigns} />}
              </li>
            ))}
          </ul>
        </nav>
        <Account onKeys={onKeys} />
      </div>
    </header>
  )
}

// More than these would push the other pages out of sight.
const most = 8

/** The way to each campaign; where there are many, to the first ones, to the one that is open, and to the list of all. */
function Campaigns({ all }: { all: ShellQuery['campaigns'] }) {
  const { t } = useWords()
  const { campaign } = useParams({ strict: false })
  const shown = all.filter(({ id }, at) => at < most || id === campaign)
  return (
    <ul className="nested">
      {shown.map(({ id, name }) => (
        <li key={id}>
          <Link to="/campaigns/$campaign" params={{ campaign: id }} activeProps={{ 'aria-current': 'page' }}>
            <bdi>{name}</bdi>
          </Link>
        </li>
      ))}
      {shown.length < all.length && (
        <li>
          <Link to="/campaigns" className="muted" activeOptions={{ exact: true }}>
            {t('campaigns.all', { count: all.length })}
          </Link>
        </li>
      )}
    </ul>
  )
}

/** Says whether changes are heard of, and stops or starts that; or how to hear of them again. */
function LiveButton() {
  const { t } = useWords()
  const { live, pause } = useLive()
  const title = live === 'ended' ? 'live.again' : live === 'paused' ? 'live.resume' : 'live.pause'
  return (
    <button
      type="button"
      className={`live ${live}`}
      title={t(title)}
      onClick={() => (live === 'ended' ? location.reload() : pause(live !== 'paused'))}
    >
      {t(`live.${live}`)}
    </button>
  )
}

function Account({ onKeys }: { onKeys: () => void }) {
  const { t } = useWords()
  const viewer = useViewer()
  const { demo } = useRouteContext({ from: '__root__' })
  return (
    <div className="account small">
      <span className="muted">{viewer.name}</span>
      <button type="button" className="link keys-button" onClick={onKeys}>
        {t('keys.title')}
      </button>
      {!demo && (
        <form method="post" action="signout">
          <button type="submit" className="link">
            {t('signOut')}
          </button>
        </form>
      )}
    </div>
  )
}
