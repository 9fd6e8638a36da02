import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react'
import { Chip } from './Chip.tsx'
import { has, type Item, joined, keyOf, readList, without } from './list.ts'
import { Suggestions } from './Suggestions.tsx'
import type { Health } from './table.ts'
import { useWords } from './words.ts'

interface AddressFieldProps {
  /** The id of what is typed in; one of its own unless it is given. */
  id?: string
  label: string
  campaign: string
  list: readonly Item[]
  /** What stands in the field and is no address yet. */
  typed: string
  /** What the server says is wrong with the list. */
  problem?: string
  health?: ReadonlyMap<string, Health>
  onList(list: readonly Item[]): void
  onTyped(text: string): void
  /** Somebody wants to do something about an address that refuses mails. */
  onMend?(item: Item): void
}

/** A list of addresses, each a chip. What is typed or pasted becomes chips; what is no address stays as text, with what is wrong. */
export function AddressField({ id: given, label, campaign, list, typed, problem, health, onList, onTyped, onMend }: AddressFieldProps) {
  const { t } = useWords()
  const own = useId()
  const id = given ?? own
  const input = useRef<HTMLInputElement>(null)
  const chips = useRef<HTMLUListElement>(null)
  const [left, setLeft] = useState(false)
  const take = (text: string) => {
    const { items, rest } = readList(text)
    if (items.length > 0) onList(joined(list, items))
    onTyped(rest)
  }
  const remove = (item: Item, at: number) => {
    onList(without(list, item.email))
    focusOn(at === 0 ? undefined : at - 1)
  }
  const focusOn = (at: number | undefined) => {
    const buttons = chips.current?.querySelectorAll<HTMLElement>('[data-chip]') ?? []
    const target = at === undefined ? input.current : buttons[at]
    ;(target ?? input.current)?.focus()
  }
  // What was taken out of the list stands in the field, to be written otherwise.
  const rewrite = (item: Item) => {
    onList(without(list, item.email))
    onTyped([item.text, typed].filter(Boolean).join('; '))
    input.current?.focus()
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const atStart = event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0
    if (event.key === 'Enter' || ((event.key === ';' || event.key === ',') && readList(typed).wrong.length === 0)) {
      event.preventDefault()
      take(typed)
    } else if (list.length > 0 && atStart && (event.key === 'ArrowLeft' || (event.key === 'Backspace' && typed === ''))) {
      event.preventDefault()
      focusOn(list.length - 1)
    }
  }
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text')
    const { items } = readList(pasted)
    if (items.length === 0 || typed !== '') return
    event.preventDefault()
    take(pasted)
  }
  const leave = (event: FocusEvent<HTMLDivElement>) => {
    if (event.currentTarget.contains(event.relatedTarget)) return
    setLeft(true)
    if (typed !== '') take(typed)
  }
  // A press beside the chips is one on the field.
  const aim = (event: MouseEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return
    event.preventDefault()
    input.current?.focus()
  }
  const wrong = left && typed !== '' ? readList(typed).wrong : []
  const said = [`${id}-help`, (problem || wrong.length > 0) && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div className="address-field">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is not laid out like other elements everywhere */}
      <div className="address-box" role="group" aria-label={label} onBlur={leave} onFocus={() => setLeft(false)} onMouseDown={aim}>
        {list.length > 0 && (
          <ul ref={chips} className="address-chips">
            {list.map((item, at) => (
              <Chip
                key={keyOf(item)}
                item={item}
                health={health?.get(keyOf(item))}
                {...(onMend && { onMend: () => onMend(item) })}
                onRemove={() => remove(item, at)}
                onRewrite={() => rewrite(item)}
                onMove={(step) => focusOn(at + step < list.length ? Math.max(0, at + step) : undefined)}
              />
            ))}
          </ul>
        )}
        <input
          ref={input}
          id={id}
          className="address-input"
          type="text"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          dir="auto"
          aria-label={t('add', { row: label })}
          aria-describedby={said}
          aria-invalid={wrong.length > 0 || problem ? true : undefined}
          placeholder={list.length === 0 ? t('placeholder') : ''}
          list={`${id}-known`}
          value={typed}
          onChange={(event) => onTyped(event.target.value)}
          onKeyDown={press}
          onPaste={paste}
        />
        <Suggestions id={`${id}-known`} campaign={campaign} typed={typed} known={(email) => has(list, email)} />
      </div>
      <span id={`${id}-help`} className="visually-hidden">
        {t('field.help')}
      </span>
      {(problem || wrong.length > 0) && (
        <p id={`${id}-problem`} role="alert" className="small problem">
          {problem || wrong.map(({ text, why }) => t(`wrong.${why}`, { text })).join(' ')}
        </p>
      )}
    </div>
  )
}
