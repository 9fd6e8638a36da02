import type { LinkProps } from '@tanstack/react-router'
import type { Viewer } from '../api/viewer.ts'
import type { AppPage } from './page.ts'
import type english from './words/en.json'

/** A page that the navigation leads to. */
export interface Place {
  to: NonNullable<LinkProps['to']>
  /** The key that goes there, after g. */
  key: string
  name: keyof typeof english
}

/** The pages that a viewer has a use for, in the order of the navigation. */
export function placesFor(viewer: Viewer, page: AppPage): readonly Place[] {
  return [
    { to: '/follow-ups', key: 'f', name: 'place.followUps' },
    { to: '/to-be-coded', key: 't', name: 'place.toBeCoded' },
    { to: '/reports', key: 'r', name: 'place.reports' },
    { to: '/campaigns', key: 'c', name: 'place.campaigns' },
    ...(viewer.may('ACCOUNT') ? [{ to: '/sources', key: 's', name: 'place.sources' } as const] : []),
    ...(viewer.may('ACCOUNT') ? [{ to: '/start', key: 'b', name: 'place.start' } as const] : []),
    ...(page.outbox ? [{ to: '/outbox', key: 'o', name: 'place.outbox' } as const] : []),
    ...(viewer.may('PEOPLE') ? [{ to: '/people', key: 'p', name: 'place.people' } as const] : []),
    { to: '/settings', key: ',', name: 'place.settings' },
  ]
}
