import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import type { InboxQuery } from './gql/graphql.ts'
import { Row } from './Row.tsx'
import type { InboxSearch } from './search.ts'
import { useHeld } from './useHeld.ts'
import { useMarker } from './useMarker.ts'
import { useWords } from './words.ts'

/** A page of follow-ups. */
export function List({ page, search }: { page: InboxQuery['followUps']; search: InboxSearch }) {
  const { t } = useWords()
  const list = useRef<HTMLTableElement>(null)
  const newestFirst = search.before ? page.nodes.toReversed() : page.nodes
  const { rows, held, show } = useHeld(newestFirst, list)
  const marker = useMarker(list, { next: t('keys.next'), previous: t('keys.previous'), open: t('keys.open') })
  return (
    <>
      <div role="status" className="held">
        {held > 0 && (
          <button type="button" className="button small" onClick={show}>
            {t('inbox.held', { count: held })}
          </button>
        )}
      </div>
      {/* Cells that are laid out as cards on a narrow screen are cells all the same. */}
      <table className="inbox" ref={list} {...marker}>
        <thead>
          <tr>
            <th scope="col">{t('inbox.chat')}</th>
            <th scope="col">{t('inbox.visitor')}</th>
            <th scope="col">{t('inbox.codes')}</th>
            <th scope="col">{t('inbox.to')}</th>
            <th scope="col">{t('inbox.state')}</th>
          </tr>
        </thead>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </table>
      <Pages page={page} search={search} />
    </>
  )
}

/** The ways to the newer and the older rows. */
function Pages({ page, search }: { page: InboxQuery['followUps']; search: InboxSearch }) {
  const { t } = useWords()
  const { hasNextPage, startCursor, endCursor } = page.pageInfo
  const newer = search.before ? hasNextPage : Boolean(search.after)
  const older = search.before ? true : hasNextPage
  const [above, below] = search.before ? [endCursor, startCursor] : [startCursor, endCursor]
  if (!newer && !older) return null
  return (
    <nav className="row pages" aria-label={t('inbox.pages')}>
      {newer && (
        <Link className="button" to="/follow-ups" search={{ ...search, before: above, after: '' }}>
          {t('inbox.newer')}
        </Link>
      )}
      {older && (
        <Link className="button" to="/follow-ups" search={{ ...search, after: below, before: '' }}>
          {t('inbox.older')}
        </Link>
      )}
    </nav>
  )
}
