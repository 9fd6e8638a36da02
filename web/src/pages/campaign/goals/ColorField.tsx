import { Field } from '../../../ui/Field.tsx'
import { isFaint } from './color.ts'
import { useWords } from './words.ts'

const first = '#0b6b62'

/** A code's colour, or none. The label keeps its own, so that it can be read whatever somebody chooses. */
export function ColorField({ color, onChange, problem }: { color: string; onChange: (color: string) => void; problem: string }) {
  const { t } = useWords()
  return (
    <Field label={t('code.color')} hint={isFaint(color) ? t('code.colorFaint') : t('code.colorHint')} problem={problem}>
      {(control) =>
        color === '' ? (
          <button
            id={control.id}
            aria-describedby={control['aria-describedby']}
            type="button"
            className="button"
            onClick={() => onChange(first)}
          >
            {t('code.colorChoose')}
          </button>
        ) : (
          <div className="row wrap">
            <input {...control} type="color" className="color" value={color} onChange={({ target }) => onChange(target.value)} />
            <button type="button" className="button quiet small" onClick={() => onChange('')}>
              {t('code.colorNone')}
            </button>
          </div>
        )
      }
    </Field>
  )
}
