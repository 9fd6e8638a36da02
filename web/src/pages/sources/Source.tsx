import { Link, Outlet, useParams } from '@tanstack/react-router'
import { useData } from '../../api/data.ts'
import { Answer } from '../../ui/Answer.tsx'
import { NoPage } from '../../ui/NoPage.tsx'
import { Only } from '../../ui/Only.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { Text } from '../../ui/Text.tsx'
import { Time } from '../../ui/Time.tsx'
import { SourceDocument, type SourceQuery } from './gql/graphql.ts'
import { vendorName } from './vendor.ts'
import { useWords } from './words.ts'
import './sources.css'

/** What is around all pages of a source: its name, and the way between them. Each page has its own title. */
export function Source() {
  const { t } = useWords()
  return (
    <Only may="ACCOUNT" title={t('sources.title')}>
      <Parts />
    </Only>
  )
}

function Parts() {
  const { source: id } = useParams({ from: '/sources/$source' })
  const data = useData('sources', SourceDocument, { id })
  return (
    <Answer of={data}>
      {({ source }) =>
        source ? (
          <>
            <Head source={source} />
            <Outlet />
          </>
        ) : (
          <NoPage />
        )
      }
    </Answer>
  )
}

const here = { 'aria-current': 'page' } as const

function Head({ source: { id, name, vendor, retired, retiredAt } }: { source: NonNullable<SourceQuery['source']> }) {
  const { t } = useWords()
  const params = { source: id }
  return (
    <>
      <p className="source-name">
        <Text>{name}</Text> <span className="muted">{vendorName(vendor, t)}</span>
      </p>
      {retired && (
        <p className="notice">
          {t('retired.notice')} {retiredAt && <Time at={retiredAt} />}
        </p>
      )}
      <Tabs label={t('tabs')}>
        <Link to="/sources/$source" params={params} activeOptions={{ exact: true, includeSearch: false }} activeProps={here}>
          {t('tab.events')}
        </Link>
        <Link to="/sources/$source/connection" params={params} activeProps={here}>
          {t('tab.connection')}
        </Link>
        <Link to="/sources/$source/settings" params={params} activeProps={here}>
          {t('tab.settings')}
        </Link>
      </Tabs>
    </>
  )
}
