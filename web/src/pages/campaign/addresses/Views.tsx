import { Link, useSearch } from '@tanstack/react-router'
import { addressesIn } from './draft.ts'
import { mostColumns } from './Matrix.tsx'
import type { AddressesSearch } from './search.ts'
import type { Desk } from './useDraft.ts'
import { useWords } from './words.ts'

const route = '/campaigns/$campaign/addresses'

/** The ways to see the table: a list, a matrix where there are few addresses, its versions. A draft stays in all of them. */
export function Views({ desk }: { desk: Desk }) {
  const { t } = useWords()
  const { view: shown = 'list' } = useSearch({ from: route })
  const few = addressesIn(desk.draft, desk.rows).length <= mostColumns
  const views: NonNullable<AddressesSearch['view']>[] = few || shown === 'matrix' ? ['list', 'matrix', 'versions'] : ['list', 'versions']
  return (
    <nav aria-label={t('views')} className="views">
      {views.map((view) => (
        <Link
          key={view}
          id={`view-${view}`}
          from={route}
          search={(search) => ({ ...search, view: view === 'list' ? undefined : view })}
          resetScroll={false}
          className="button small"
          {...(view === shown && { 'aria-current': 'true' })}
        >
          {t(`view.${view}`)}
        </Link>
      ))}
    </nav>
  )
}
