import { Link } from '@tanstack/react-router'
import { useData } from '../../api/data.ts'
import { serverLanguage } from '../../api/language.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Only } from '../../ui/Only.tsx'
import { Page } from '../../ui/Page.tsx'
import { Text } from '../../ui/Text.tsx'
import { type SourceRowFragment, SourcesDocument } from './gql/graphql.ts'
import { Health } from './Health.tsx'
import { vendorName } from './vendor.ts'
import { useWords } from './words.ts'
import './sources.css'

/** All chats that are connected, and how each connection is. */
export function Sources() {
  const { t } = useWords()
  return (
    <Only may="ACCOUNT" title={t('sources.title')}>
      <Page title={t('sources.title')} actions={<ConnectLink />}>
        <All />
      </Page>
    </Only>
  )
}

function All() {
  const { t, language } = useWords()
  const data = useData('all', SourcesDocument, { language: serverLanguage(language) })
  return (
    <Answer of={data}>
      {({ sources }) =>
        sources.length > 0 ? (
          <List sources={sources} />
        ) : (
          <Empty text={t('sources.empty')}>
            <ConnectLink />
          </Empty>
        )
      }
    </Answer>
  )
}

function ConnectLink() {
  const { t } = useWords()
  return (
    <Link className="button primary" to="/sources/connect">
      {t('sources.connect')}
    </Link>
  )
}

/** Those that are in use first. */
function List({ sources }: { sources: readonly SourceRowFragment[] }) {
  const { t } = useWords()
  const used = sources.filter(({ retired }) => !retired)
  const retired = sources.filter(({ retired }) => retired)
  return (
    <>
      <Cards sources={used} />
      {retired.length > 0 && (
        <details className="retired">
          <summary>{t('sources.retired', { count: retired.length })}</summary>
          <Cards sources={retired} />
        </details>
      )}
    </>
  )
}

function Cards({ sources }: { sources: readonly SourceRowFragment[] }) {
  return (
    <ul className="source-cards">
      {sources.map((source) => (
        <li key={source.id} className="card">
          <Card source={source} />
        </li>
      ))}
    </ul>
  )
}

function Card({ source }: { source: SourceRowFragment }) {
  const { t } = useWords()
  const campaigns = [...new Set([source.defaultCampaign, ...source.rules.map(({ campaign }) => campaign)].map(({ name }) => name))]
  return (
    <>
      <div>
        <h2>
          <Link to="/sources/$source" params={{ source: source.id }}>
            <Text>{source.name}</Text>
          </Link>
        </h2>
        {source.rehearsal && <p className="flag">{t('sources.rehearsal')}</p>}
        <p className="small muted">
          {vendorName(source.vendor, t)} · <Text>{campaigns.join(', ')}</Text>
        </p>
      </div>
      <Health source={source} />
    </>
  )
}
