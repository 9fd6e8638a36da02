import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useData } from '../../api/data.ts'
import { serverLanguage } from '../../api/language.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { Text } from '../../ui/Text.tsx'
import { Time } from '../../ui/Time.tsx'
import { EventRow } from './EventRow.tsx'
import { SourceEventsDocument, type SourceEventsQuery } from './gql/graphql.ts'
import { Health } from './Health.tsx'
import { HowTo } from './HowTo.tsx'
import { outcomeOf, outcomes } from './outcomes.ts'
import { useWords } from './words.ts'

const from = '/sources/$source/' as const

/** How a source is, and what its vendor sent. */
export function Events() {
  const { t, language } = useWords()
  const { source: id } = useParams({ from })
  const search = useSearch({ from })
  const data = useData('sources', SourceEventsDocument, {
    id,
    language: serverLanguage(language),
    outcome: outcomeOf(search),
    after: search.after || null,
  })
  return (
    <Page title={t('events.title')} actions={<HowTo id={id} />}>
      <Answer of={data}>
        {({ source }) =>
          source && (
            <div className="stack">
              <Health source={source} />
              <Filter />
              <List source={source} />
              <Ignored counts={source.ignored} />
            </div>
          )
        }
      </Answer>
    </Page>
  )
}

function Filter() {
  const { t } = useWords()
  const search = useSearch({ from })
  const navigate = useNavigate({ from })
  return (
    <label className="row wrap filter">
      <span className="label">{t('events.show')}</span>
      <select
        className="input"
        value={outcomeOf(search) ?? ''}
        onChange={(event) => void navigate({ search: { outcome: event.target.value.toLowerCase() } })}
      >
        <option value="">{t('events.all')}</option>
        {outcomes.map((outcome) => (
          <option key={outcome} value={outcome}>
            {t(`outcomeName.${outcome}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

type SourceOfEvents = NonNullable<SourceEventsQuery['source']>

function List({ source: { events } }: { source: SourceOfEvents }) {
  const { t } = useWords()
  const search = useSearch({ from })
  if (events.nodes.length === 0) return <Empty text={t(outcomeOf(search) ? 'events.noneSuch' : 'events.none')} />
  return (
    <>
      <ul className="event-list">
        {events.nodes.map((event) => (
          <li key={event.id} className="card">
            <EventRow event={event} open={search.event === event.id} />
          </li>
        ))}
      </ul>
      <Paging next={events.pageInfo.hasNextPage ? events.pageInfo.endCursor : null} />
    </>
  )
}

function Paging({ next }: { next: string | null }) {
  const { t } = useWords()
  const { outcome, after } = useSearch({ from })
  if (!after && !next) return null
  return (
    <nav className="row wrap" aria-label={t('events.pages')}>
      {after && (
        <Link className="button" from={from} search={{ outcome }}>
          {t('events.newest')}
        </Link>
      )}
      {next && (
        <Link className="button" from={from} search={{ outcome, after: next }}>
          {t('events.older')}
        </Link>
      )}
    </nav>
  )
}

/** What came and is not about a finished chat: nothing is kept of it but how often. */
function Ignored({ counts }: { counts: SourceOfEvents['ignored'] }) {
  const { t, language } = useWords()
  if (counts.length === 0) return null
  const number = new Intl.NumberFormat(language)
  return (
    <details>
      <summary>{t('ignored.title')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
      <section className="table-box" aria-label={t('ignored.title')} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('ignored.type')}</th>
              <th scope="col" className="number">
                {t('ignored.count')}
              </th>
              <th scope="col">{t('ignored.last')}</th>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ type, count, lastAt }) => (
              <tr key={type}>
                <td>
                  <span className="mono">
                    <Text>{type}</Text>
                  </span>
                </td>
                <td className="number">{number.format(count)}</td>
                <td>
                  <Time at={lastAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
