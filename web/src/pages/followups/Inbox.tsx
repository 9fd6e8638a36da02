import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { Refusal } from '../../api/client.ts'
import { type Data, useData } from '../../api/data.ts'
import { filterOf } from '../../api/followups.ts'
import { serverLanguage } from '../../api/language.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Page } from '../../ui/Page.tsx'
import { Filters } from './Filters.tsx'
import { ChoicesDocument, InboxDocument, type InboxQuery } from './gql/graphql.ts'
import { List } from './List.tsx'
import { Nothing, TooFar } from './Nothing.tsx'
import { SearchBox } from './SearchBox.tsx'
import { States } from './States.tsx'
import type { InboxSearch } from './search.ts'
import { useWords } from './words.ts'
import './inbox.css'

const Chips = lazy(() => import('./filters/Chips.tsx'))

/** All follow-ups, the newest first, or those that the address means. */
export function Inbox() {
  const { t, language } = useWords()
  const search = useSearch({ from: '/follow-ups' })
  const navigate = useNavigate({ from: '/follow-ups' })
  const go = (change: Partial<InboxSearch>, replace = false) =>
    navigate({ search: { ...search, after: '', before: '', ...change }, replace, resetScroll: false })
  const choices = useData('account', ChoicesDocument, {})
  const filter = filterOf(search)
  const inbox = useData('followUps', InboxDocument, {
    language: serverLanguage(language),
    filter,
    counted: { ...filter, search: '', states: [] },
    after: search.before || search.after || null,
    oldestFirst: Boolean(search.before),
  })
  const campaigns = choices.data?.campaigns ?? []
  const rows = inbox.data?.followUps.nodes ?? []
  return (
    <Page title={t('inbox.title')} actions={<SearchBox value={search.q ?? ''} onSearch={(q) => go({ q }, true)} />}>
      <States search={search} counts={inbox.data?.followUpCounts ?? []} />
      <Filters search={search} campaigns={campaigns} rows={rows} go={go} />
      {isLimited(search) && (
        <Suspense>
          <Chips search={search} campaigns={campaigns} go={go} />
        </Suspense>
      )}
      {wentTooFar(inbox) ? <TooFar /> : <Answer of={inbox}>{(result) => <Found inbox={inbox} result={result} search={search} />}</Answer>}
    </Page>
  )
}

/** Whether the list is limited by more than one state and what is searched for. */
const isLimited = ({ state = [], q, after, before, ...others }: InboxSearch) =>
  state.length > 1 || Object.values(others).some((value) => (value?.length ?? 0) > 0)

const wentTooFar = ({ error }: Data<InboxQuery>) => error instanceof Refusal && error.code === 'INVALID' && error.field.endsWith('search')

function Found({ inbox, result, search }: { inbox: Data<InboxQuery>; result: InboxQuery; search: InboxSearch }) {
  // The rows of the last address stay until those of this one are there; only then it is another list.
  const wanted = JSON.stringify(search)
  const [shown, setShown] = useState(wanted)
  if (!inbox.isPlaceholderData && shown !== wanted) setShown(wanted)
  const { nodes } = result.followUps
  return nodes.length === 0 ? <Nothing search={search} /> : <List key={shown} page={result.followUps} search={search} />
}
