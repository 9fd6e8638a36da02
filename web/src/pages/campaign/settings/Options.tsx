import { useId } from 'react'

interface Props<Option extends string> {
  label: string
  name: string
  options: readonly Option[]
  value: Option
  onChange(option: Option): void
  title(option: Option): string
  /** What happens where it is chosen. */
  means(option: Option): string
}

/** One of a few ways, each with what it means. */
export function Options<Option extends string>({ label, name, options, value, onChange, title, means }: Props<Option>) {
  const id = useId()
  return (
    <fieldset>
      <legend className="label">{label}</legend>
      {options.map((option) => (
        <div key={option} className="option">
          <label className="check">
            <input
              type="radio"
              name={name}
              checked={option === value}
              aria-describedby={`${id}${option}`}
              onChange={() => onChange(option)}
            />
            {title(option)}
          </label>
          <p id={`${id}${option}`} className="small muted">
            {means(option)}
          </p>
        </div>
      ))}
    </fieldset>
  )
}
