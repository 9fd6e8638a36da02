import { type CSSProperties, useId } from 'react'

interface Props {
  label: string
  hint: string
  /** A bar of this colour is at its side, as #rrggbb; empty for none. */
  color: string
  /** The key that picks it; empty for none. */
  digit: string
  /** Whether others can be picked with it. */
  several: boolean
  /** Tells the choices of one question from those of another. */
  name: string
  checked: boolean
  onPick(): void
}

/** Something to pick from some. Whatever was picked can be given up by picking it again. */
export function Choice({ label, hint, color, digit, several, name, checked, onPick }: Props) {
  const id = useId()
  return (
    <label className="choice" style={{ '--choice': color || 'var(--line)' } as CSSProperties}>
      <input
        type={several ? 'checkbox' : 'radio'}
        name={name}
        checked={checked}
        onChange={onPick}
        // A radio button that is chosen can be given up by choosing it again.
        onClick={several || !checked ? undefined : onPick}
        aria-labelledby={`${id}label`}
        aria-describedby={hint ? `${id}hint` : undefined}
        aria-keyshortcuts={digit || undefined}
      />
      <span className="choice-label">
        <bdi id={`${id}label`}>{label}</bdi>
        {hint && (
          <span className="choice-hint" id={`${id}hint`}>
            {hint}
          </span>
        )}
      </span>
      {digit && (
        <span className="key" aria-hidden="true">
          {digit}
        </span>
      )}
    </label>
  )
}
