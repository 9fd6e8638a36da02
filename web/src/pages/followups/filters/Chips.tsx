import { useRef } from 'react'
import { useSpeech } from '../../../messages/Words.tsx'
import { Text } from '../../../ui/Text.tsx'
import type { InboxSearch } from '../search.ts'
import { type Campaigns, chipsOf, unlimited } from './chips.ts'
import { useWords } from './words.ts'

interface Props {
  search: InboxSearch
  campaigns: Campaigns
  go(change: Partial<InboxSearch>): void
}

/** What limits the inbox; each can be taken away. */
export default function Chips({ search, campaigns, go }: Props) {
  const { t } = useWords()
  const { language } = useSpeech()
  const list = useRef<HTMLUListElement>(null)
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const time = (at: string) => (Number.isNaN(Date.parse(at)) ? at : format.format(new Date(at)))
  const chips = chipsOf(search, campaigns, t, time)
  if (chips.length === 0) return null
  const take = (without: Partial<InboxSearch>, at: number) => {
    // The button goes: the focus goes on to the one beside it.
    const buttons = list.current?.querySelectorAll('button') ?? []
    buttons[at + 1]?.focus()
    go(without)
  }
  return (
    <ul className="chips filter-chips" aria-label={t('filters.set')} ref={list}>
      {chips.map(({ text, without }, at) => (
        <li key={text}>
          <button type="button" className="chip" onClick={() => take(without, at)} aria-label={t('filters.remove', { name: text })}>
            <Text>{text}</Text> <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="link small"
          onClick={() => go({ ...unlimited, ...((search.state?.length ?? 0) > 1 && { state: [] }) })}
        >
          {t('filters.clear')}
        </button>
      </li>
    </ul>
  )
}
