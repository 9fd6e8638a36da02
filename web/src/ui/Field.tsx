import { type ReactNode, useId } from 'react'

/** What the control in a field is told, to be spread into it. */
export interface Control {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean | undefined
}

interface FieldProps {
  label: string
  /** What helps to fill it in. */
  hint?: ReactNode
  /** What is wrong with what is in it. */
  problem?: string
  children: (control: Control) => ReactNode
}

/** A labelled control, with its hint and with what is wrong with it right there. */
export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId()
  const said = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': said || undefined, 'aria-invalid': problem ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className="small muted">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} role="alert" className="small problem">
          {problem}
        </p>
      )}
    </div>
  )
}
