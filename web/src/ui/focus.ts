// How long what somebody did may take to be shown, in milliseconds.
const patience = 1000

let observer: MutationObserver | undefined

/**
 * Puts the focus where somebody will want to go on once what they did is shown: on the first of these ids that is there by then. It
 * takes the focus from nothing that they have gone to meanwhile, and the last wish counts.
 */
export function focusSoon(...ids: string[]) {
  const start = document.activeElement
  const seek = () => {
    const active = document.activeElement
    const lost = !active || active === document.body || active === start || ids.includes(active.id)
    const wanted = ids.map((id) => document.getElementById(id)).find((element) => element !== null)
    if (lost && wanted !== active) wanted?.focus()
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
