import { useState } from 'react'
import { useKeyBoard } from '../../ui/keys.tsx'
import { chooseTheme, chosenTheme, type Theme, themes } from '../../ui/theme.ts'
import { useWords } from './words.ts'

/** How the pages look and whether single keys do things: on this machine alone. */
export function Appearance() {
  const { t } = useWords()
  const { on, switchOn } = useKeyBoard()
  const [theme, setTheme] = useState(chosenTheme)
  const choose = (theme: Theme) => {
    chooseTheme(theme)
    setTheme(theme)
  }
  return (
    <section className="card stack">
      <h2>{t('look.title')}</h2>
      <p className="muted">{t('look.text')}</p>
      <fieldset className="options">
        <legend>{t('look.theme')}</legend>
        {themes.map((one) => (
          <label key={one} className="check">
            <input type="radio" name="theme" checked={theme === one} onChange={() => choose(one)} />
            {t(`theme.${one}`)}
          </label>
        ))}
      </fieldset>
      <label className="check">
        <input type="checkbox" checked={on} onChange={(event) => switchOn(event.target.checked)} />
        {t('look.keys')}
      </label>
    </section>
  )
}
