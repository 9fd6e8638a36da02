import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { parseSearch, writeSearch } from '../api/search.ts'
import { addressesSearch } from '../pages/campaign/addresses/search.ts'
import { mailSearch } from '../pages/campaign/mail/search.ts'
import { inboxSearch } from '../pages/followups/search.ts'
import { outboxSearch } from '../pages/outbox/search.ts'
import { reportsSearch } from '../pages/reports/search.ts'
import { auditSearch } from '../pages/settings/search.ts'
import { connectSearch, eventsSearch } from '../pages/sources/search.ts'
import { NoPage } from '../ui/NoPage.tsx'
import { Broken } from './Broken.tsx'
import type { AppPage } from './page.ts'
import { Shell } from './Shell.tsx'

// All pages and their addresses. Each page's code is loaded when somebody goes there.

const root = createRootRouteWithContext<AppPage>()({ component: Shell })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/follow-ups' })
  },
})

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/follow-ups',
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('../pages/followups/Inbox.tsx'), 'Inbox'),
})

const toBeCoded = createRoute({
  getParentRoute: () => root,
  path: '/to-be-coded',
  component: lazyRouteComponent(() => import('../pages/followups/coding/ToBeCoded.tsx'), 'ToBeCoded'),
})

const followUp = createRoute({
  getParentRoute: () => root,
  path: '/follow-ups/$number',
  component: lazyRouteComponent(() => import('../pages/followups/one/FollowUp.tsx'), 'FollowUp'),
})

const start = createRoute({
  getParentRoute: () => root,
  path: '/start',
  component: lazyRouteComponent(() => import('../pages/start/Start.tsx'), 'Start'),
})

const campaigns = createRoute({
  getParentRoute: () => root,
  path: '/campaigns',
  component: lazyRouteComponent(() => import('../pages/campaigns/Campaigns.tsx'), 'Campaigns'),
})

const campaign = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$campaign',
  component: lazyRouteComponent(() => import('../pages/campaign/Campaign.tsx'), 'Campaign'),
})

const overview = createRoute({
  getParentRoute: () => campaign,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/campaign/Overview.tsx'), 'Overview'),
})

const addresses = createRoute({
  getParentRoute: () => campaign,
  path: '/addresses',
  validateSearch: addressesSearch,
  component: lazyRouteComponent(() => import('../pages/campaign/addresses/Addresses.tsx'), 'Addresses'),
})

const goals = createRoute({
  getParentRoute: () => campaign,
  path: '/goals',
  component: lazyRouteComponent(() => import('../pages/campaign/goals/Goals.tsx'), 'Goals'),
})

const campaignSettings = createRoute({
  getParentRoute: () => campaign,
  path: '/settings',
  component: lazyRouteComponent(() => import('../pages/campaign/settings/Settings.tsx'), 'Settings'),
})

const campaignMail = createRoute({
  getParentRoute: () => campaign,
  path: '/mail',
  validateSearch: mailSearch,
  component: lazyRouteComponent(() => import('../pages/campaign/mail/Mail.tsx'), 'Mail'),
})

const campaignPages = campaign.addChildren([overview, goals, addresses, campaignMail, campaignSettings])

const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  validateSearch: reportsSearch,
  component: lazyRouteComponent(() => import('../pages/reports/Reports.tsx'), 'Reports'),
})

const sources = createRoute({
  getParentRoute: () => root,
  path: '/sources',
  component: lazyRouteComponent(() => import('../pages/sources/Sources.tsx'), 'Sources'),
})

const connect = createRoute({
  getParentRoute: () => root,
  path: '/sources/connect',
  validateSearch: connectSearch,
  component: lazyRouteComponent(() => import('../pages/sources/Connect.tsx'), 'Connect'),
})

const source = createRoute({
  getParentRoute: () => root,
  path: '/sources/$source',
  component: lazyRouteComponent(() => import('../pages/sources/Source.tsx'), 'Source'),
})

const sourceEvents = createRoute({
  getParentRoute: () => source,
  path: '/',
  validateSearch: eventsSearch,
  component: lazyRouteComponent(() => import('../pages/sources/Events.tsx'), 'Events'),
})

const sourceConnection = createRoute({
  getParentRoute: () => source,
  path: '/connection',
  component: lazyRouteComponent(() => import('../pages/sources/Connection.tsx'), 'Connection'),
})

const sourceSettings = createRoute({
  getParentRoute: () => source,
  path: '/settings',
  component: lazyRouteComponent(() => import('../pages/sources/Settings.tsx'), 'Settings'),
})

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('../pages/people/People.tsx'), 'People'),
})

const outbox = createRoute({
  getParentRoute: () => root,
  path: '/outbox',
  validateSearch: outboxSearch,
  component: lazyRouteComponent(() => import('../pages/outbox/Outbox.tsx'), 'Outbox'),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../pages/settings/Settings.tsx'), 'Settings'),
})

const profile = createRoute({
  getParentRoute: () => settings,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/settings/Profile.tsx'), 'Profile'),
})

const tokens = createRoute({
  getParentRoute: () => settings,
  path: '/tokens',
  component: lazyRouteComponent(() => import('../pages/settings/Tokens.tsx'), 'Tokens'),
})

const audit = createRoute({
  getParentRoute: () => settings,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('../pages/settings/Audit.tsx'), 'Audit'),
})

const settingsPages = settings.addChildren([profile, tokens, audit])

const sourceParts = source.addChildren([sourceEvents, sourceConnection, sourceSettings])

const routes = root.addChildren([
  home,
  start,
  inbox,
  reports,
  toBeCoded,
  followUp,
  campaigns,
  campaignPages,
  sources,
  connect,
  sourceParts,
  people,
  outbox,
  settingsPages,
])

/** Shows the page of the address. The server may be below any path. */
export const newRouter = (page: AppPage) =>
  createRouter({
    routeTree: routes,
    context: page,
    basepath: new URL(document.baseURI).pathname,
    parseSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: NoPage,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>
  }
}
