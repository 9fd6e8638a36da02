import { useState } from 'react'
import { Field } from '../../../ui/Field.tsx'
import { secondsOf, split, type Unit, units } from './durations.ts'
import { useWords } from './words.ts'

interface Props {
  label: string
  hint: string
  problem: string
  /** Not a number while the field is empty. */
  seconds: number
  onChange(seconds: number): void
}

/** A length of time, in the unit that fits it or that somebody chooses. */
export function DurationField({ label, hint, problem, seconds, onChange }: Props) {
  const { t } = useWords()
  const [chosen, choose] = useState<Unit>()
  const { amount, unit } = split(seconds, chosen)
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(control) => (
        <div className="row">
          <input
            {...control}
            type="number"
            inputMode="numeric"
            min={0}
            required
            className="input number"
            value={Number.isNaN(amount) ? '' : amount}
            onChange={({ target }) => {
              choose(unit)
              onChange(secondsOf(target.valueAsNumber, unit))
            }}
          />
          <select
            className="input unit"
            aria-label={t('unit')}
            value={unit}
            onChange={({ target }) => {
              choose(target.value as Unit)
              onChange(secondsOf(amount, target.value as Unit))
            }}
          >
            {units.map((unit) => (
              <option key={unit} value={unit}>
                {t(`unit.${unit}`)}
              </option>
            ))}
          </select>
        </div>
      )}
    </Field>
  )
}
