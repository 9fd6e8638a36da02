// How long what somebody did may take to be shown, in milliseconds.
const patience = 1000

let observer: MutationObserver | undefined

// What was given the focus here last: nobody went there by themselves.
let given: HTMLElement | undefined

/**
 * Puts the focus where somebody will want to go on, once what had it is gone because of what they did: on the first of these ids that
 * is there by then. It takes the focus from nothing that is still there, and the last wish counts.
 */
export function focusSoon(...ids: string[]) {
  const seek = () => {
    const active = document.activeElement
    const lost = !active || active === document.body || active === given || ids.includes(active.id)
    const wanted = ids.map((id) => document.getElementById(id)).find((element) => element !== null)
    if (!lost || !wanted || wanted === active) return
    given = wanted
    wanted.focus()
  }
  observer?.disconnect()
  const mine = new MutationObserver(seek)
  mine.observe(document.body, { childList: true, subtree: true })
  setTimeout(() => mine.disconnect(), patience)
  observer = mine
  seek()
}

/** For the ref of what should have the focus from the moment it appears. */
export const takeFocus = (element: HTMLElement | null) => element?.focus()
