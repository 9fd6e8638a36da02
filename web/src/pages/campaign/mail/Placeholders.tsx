import type { Setting } from './draft.ts'
import { type Placeholder, placeholders } from './draft.ts'
import { useWords } from './words.ts'

/** All that can be placed in a text: a press puts it where the caret is. */
export function Placeholders({ target, onPlace }: { target: Setting; onPlace(name: Placeholder): void }) {
  const { t } = useWords()
  return (
    <fieldset className="placeholders">
      <legend className="small muted">{t('placeholders', { field: t(`setting.${target}`) })}</legend>
      <div className="chips">
        {placeholders.map((name) => (
          <button key={name} type="button" className="chip" title={`{${name}}`} onClick={() => onPlace(name)}>
            {t(`placeholder.${name}`)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
