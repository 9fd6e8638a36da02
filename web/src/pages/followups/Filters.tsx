import { lazy, Suspense, useState } from 'react'
import type { Campaigns } from './filters/chips.ts'
import type { RowFragment } from './gql/graphql.ts'
import type { InboxSearch } from './search.ts'
import { useWords } from './words.ts'

const FilterForm = lazy(() => import('./filters/FilterForm.tsx'))

export interface FilterProps {
  search: InboxSearch
  campaigns: Campaigns
  /** What is on the page: names in it are offered. */
  rows: readonly RowFragment[]
  go(change: Partial<InboxSearch>): void
}

/** What can limit the inbox. What was chosen stands in the address. */
export function Filters(props: FilterProps) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <details className="filters" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="button small">{t('filters.title')}</summary>
      {open && (
        <Suspense>
          <FilterForm {...props} />
        </Suspense>
      )}
    </details>
  )
}
