import { type RefObject, useLayoutEffect, useState } from 'react'

/**
 * Holds back rows that come while somebody reads the list, so that nothing moves under their eyes: they are counted, and shown when
 * they are asked for. At the top of the page, with nobody at a row, they are shown at once. Rows that are shown change in place.
 */
export function useHeld<Row extends { id: string }>(rows: readonly Row[], list: RefObject<HTMLElement | null>) {
  const [shown, setShown] = useState(() => idsOf(rows))
  const held = rows.filter(({ id }) => !shown.has(id))
  const show = () => setShown(idsOf(rows))
  useLayoutEffect(() => {
    if (held.length > 0 && !isRead(list.current)) setShown(idsOf(rows))
  }, [held.length, rows, list])
  return { rows: rows.filter(({ id }) => shown.has(id)), held: held.length, show }
}

const idsOf = (rows: readonly { id: string }[]): ReadonlySet<string> => new Set(rows.map(({ id }) => id))

/** Whether somebody is in the middle of a list: further down the page, or with the focus or an opened row in it. */
const isRead = (list: HTMLElement | null) =>
  scrollY > 100 || list?.contains(document.activeElement) || list?.querySelector('[aria-expanded=true]') != null
