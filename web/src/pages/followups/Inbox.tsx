import { useNavigate, useSearch } from '@tanstack/react-router'
import { useData } from '../../api/data.ts'
import { filterOf } from '../../api/followups.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { Time } from '../../ui/Time.tsx'
import { InboxDocument, type RowFragment } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** All follow-ups, the newest first. */
export function Inbox() {
  const { t } = useWords()
  const search = useSearch({ from: '/follow-ups' })
  const navigate = useNavigate({ from: '/follow-ups' })
  const inbox = useData('followUps', InboxDocument, { filter: filterOf(search), after: search.after || null })
  return (
    <Page title={t('inbox.title')}>
      <input
        type="search"
        className="input"
        aria-label={t('inbox.search')}
        placeholder={t('inbox.search')}
        defaultValue={search.q}
        onChange={(event) => void navigate({ search: { ...search, q: event.target.value, after: '' }, replace: true })}
      />
      <Answer of={inbox}>
        {({ followUps }) => (followUps.nodes.length > 0 ? <Rows rows={followUps.nodes} /> : <Empty text={t('inbox.empty')} />)}
      </Answer>
    </Page>
  )
}

function Rows({ rows }: { rows: readonly RowFragment[] }) {
  const { t } = useWords()
  return (
    <div className="table-box">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('inbox.number')}</th>
            <th scope="col">{t('inbox.when')}</th>
            <th scope="col">{t('inbox.visitor')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, number, chat }) => (
            <tr key={id}>
              <td>{number}</td>
              <td>
                <Time at={chat.closedAt} />
              </td>
              <td>
                <bdi>{chat.visitor.name || chat.visitor.email}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
