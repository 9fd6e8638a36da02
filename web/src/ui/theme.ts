/** How the pages look: as the machine does, or otherwise because somebody wants it so on this machine. */
export const themes = ['system', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

// theme.js reads it before anything is painted.
const shelf = 'postchat:theme'

/** What was chosen on this machine. */
export function chosenTheme(): Theme {
  const chosen = localStorage.getItem(shelf)
  return themes.find((theme) => theme === chosen) ?? 'system'
}

/** Chooses a theme, for this machine and from now on. */
export function chooseTheme(theme: Theme) {
  localStorage.setItem(shelf, theme)
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
