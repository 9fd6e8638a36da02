import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useKeys } from '../../ui/keys.tsx'

// The follow-up that was opened last: whoever comes back from it goes on there.
let opened = ''

/** Tells that a follow-up is opened. */
export const rememberOpened = (id: string) => {
  opened = id
}

/**
 * Lets j and k go through the rows of a list: the row that is marked has the focus, so that Enter opens it. Rows have data-of, and
 * in it the link with data-row. What is returned belongs on the list: where the row that somebody is at goes, they are led to the next.
 */
export function useMarker(list: RefObject<HTMLElement | null>, label: Record<'next' | 'previous' | 'open', string>) {
  const last = useRef(-1)
  const links = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const rowOf = (element: Element | null) => element?.closest('[data-of]')?.getAttribute('data-of')
  const place = (row: string | null | undefined) => links().findIndex((link) => link.dataset.row === row)
  const move = (step: number) => {
    const all = links()
    const at = place(rowOf(document.activeElement) ?? opened)
    all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))]?.focus()
  }
  useKeys([
    { keys: 'j', label: label.next, run: () => move(1) },
    { keys: 'k', label: label.previous, run: () => move(-1) },
    { keys: 'Enter', label: label.open },
  ])
  useLayoutEffect(() => {
    if (last.current < 0 || document.activeElement !== document.body) return
    const all = links()
    all[Math.min(last.current, all.length - 1)]?.focus()
  })
  return {
    onFocus: (event: { target: Element }) => {
      last.current = place(rowOf(event.target))
    },
    onBlur: () => {
      last.current = -1
    },
  }
}
