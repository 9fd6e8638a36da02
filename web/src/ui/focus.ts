/** Puts the focus where somebody will want to go on, once what they did is shown; the first of these ids that is there. */
export function focusSoon(...ids: string[]) {
  requestAnimationFrame(() => {
    const found = ids.map((id) => document.getElementById(id)).find((element) => element !== null)
    found?.focus()
  })
}

/** For the ref of what should have the focus from the moment it appears. */
export const takeFocus = (element: HTMLElement | null) => element?.focus()
