import { useId } from 'react'
import { Text } from './Text.tsx'

interface LimitProps {
  legend: string
  /** What it means to be limited to nothing, and to some. */
  all: string
  some: string
  items: readonly { id: string; name: string }[]
  /** The ids that it is limited to; null for all. */
  chosen: readonly string[] | null
  onChange: (chosen: readonly string[] | null) => void
}

/** Everything, or only some of it. */
export function Limit({ legend, all, some, items, chosen, onChange }: LimitProps) {
  const name = useId()
  const toggle = (id: string, on: boolean) => onChange(on ? [...(chosen ?? []), id] : (chosen ?? []).filter((other) => other !== id))
  return (
    <fieldset className="options">
      <legend>{legend}</legend>
      <label className="check">
        <input type="radio" name={name} checked={chosen === null} onChange={() => onChange(null)} />
        {all}
      </label>
      <label className="check">
        <input type="radio" name={name} checked={chosen !== null} onChange={() => onChange([])} />
        {some}
      </label>
      {chosen !== null && (
        <div className="options nested">
          {items.map((item) => (
            <label key={item.id} className="check">
              <input type="checkbox" checked={chosen.includes(item.id)} onChange={(event) => toggle(item.id, event.target.checked)} />
              <Text>{item.name}</Text>
            </label>
          ))}
        </div>
      )}
    </fieldset>
  )
}
