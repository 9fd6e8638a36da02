import { Link, useRouteContext, useSearch } from '@tanstack/react-router'
import { useData } from '../../api/data.ts'
import { useHasTry } from '../../api/sample.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { OutboxDocument } from './gql/graphql.ts'
import { MailRow } from './MailRow.tsx'
import { useWords } from './words.ts'
import './outbox.css'

const from = '/outbox' as const

/** The mails that were kept here, because no mail provider is set; the newest first. */
export function Outbox() {
  const { t } = useWords()
  const { outbox } = useRouteContext({ from: '__root__' })
  return (
    <Page title={t('title')}>
      {outbox ? (
        <>
          <p className="notice honest">{t('kept')}</p>
          <Mails />
        </>
      ) : (
        <Empty text={t('sends')}>
          <Link className="button" to="/follow-ups">
            {t('toFollowUps')}
          </Link>
        </Empty>
      )}
    </Page>
  )
}

function Mails() {
  const { t } = useWords()
  const { after, mail } = useSearch({ from })
  const data = useData('followUps', OutboxDocument, { after: after || null })
  return (
    <Answer of={data}>
      {({ mails: { nodes, pageInfo } }) =>
        nodes.length > 0 ? (
          <>
            <ul className="outbox">
              {nodes.map((one) => (
                <li key={one.id} className="card">
                  <MailRow mail={one} open={one.id === mail} />
                </li>
              ))}
            </ul>
            <Paging next={pageInfo.hasNextPage ? pageInfo.endCursor : null} />
          </>
        ) : (
          <Empty text={t('empty')}>
            <Try />
          </Empty>
        )
      }
    </Answer>
  )
}

function Try() {
  const { t } = useWords()
  if (!useHasTry()) return null
  return (
    <a className="button primary" href="try">
      {t('try')}
    </a>
  )
}

function Paging({ next }: { next: string | null }) {
  const { t } = useWords()
  const { after } = useSearch({ from })
  if (!after && !next) return null
  return (
    <nav className="row wrap" aria-label={t('pages')}>
      {after && (
        <Link className="button" to={from}>
          {t('newest')}
        </Link>
      )}
      {next && (
        <Link className="button" to={from} search={{ after: next }}>
          {t('older')}
        </Link>
      )}
    </nav>
  )
}
