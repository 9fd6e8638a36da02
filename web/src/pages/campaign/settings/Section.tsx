import { type FormEvent, type ReactNode, useId, useState } from 'react'
import type { Change } from '../../../api/data.ts'
import { useViewer } from '../../../api/viewer.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { wrongElsewhere } from '../../../ui/problem.ts'
import { useUndo } from '../../../ui/Toast.tsx'
import { unsent } from './unsent.ts'
import { useWords } from './words.ts'

/** What is typed into a section, over what is saved. */
export interface Typed<Values> {
  values: Values
  /** What would be saved: only what differs, so that what others change meanwhile stays. */
  changes: Partial<Values>
  /** What is saved of that now. */
  before: Partial<Values>
  set(part: Partial<Values>): void
  /** Forgets what was saved, unless it was typed otherwise meanwhile. */
  saved(changes: Partial<Values>): void
  /** Forgets what was typed. */
  reset(): void
}

/** Keeps what somebody types while what is saved may change under it. */
export function useTyped<Values extends object>(saved: Values): Typed<Values> {
  const [typed, setTyped] = useState<Partial<Values>>({})
  const changed = (Object.keys(typed) as (keyof Values)[]).filter((key) => typed[key] !== saved[key])
  const part = (values: Partial<Values>) => Object.fromEntries(changed.map((key) => [key, values[key]])) as Partial<Values>
  return {
    values: { ...saved, ...typed },
    changes: part(typed),
    before: part(saved),
    set: (part) => setTyped((typed) => ({ ...typed, ...part })),
    saved: (changes) => setTyped((typed) => unsent(typed, changes)),
    reset: () => setTyped({}),
  }
}

interface Props<Id, Values> {
  title: string
  /** What saves it, for the campaign that this names. */
  change: Change<unknown, Id & Partial<Values>>
  id: Id
  typed: Typed<Values>
  /** The fields that say themselves what is wrong with them. */
  fields: readonly string[]
  children: ReactNode
}

/** A part of the settings that is saved by itself; who may not change it reads it. */
export function Section<Id, Values>({ title, change, id, typed, fields, children }: Props<Id, Values>) {
  const { t } = useWords()
  const undo = useUndo()
  const may = useViewer().may('CAMPAIGN')
  const name = useId()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await change.run({ ...id, ...typed.changes }))) return
    typed.saved(typed.changes)
    undo(t('saved', { section: title }), () => change.run({ ...id, ...typed.before }))
  }
  return (
    <form onSubmit={submit} className="card" aria-labelledby={name}>
      <h2 id={name}>{title}</h2>
      <fieldset disabled={!may} aria-labelledby={name} className="stack">
        <Problem
          problem={wrongElsewhere(
            change.problem,
            fields.map((field) => `input.${field}`),
          )}
        />
        {children}
        {Object.keys(typed.changes).length > 0 && (
          <div className="row wrap">
            <button type="submit" className="button primary" disabled={change.busy}>
              {t('save')}
            </button>
            <button
              type="button"
              className="button quiet"
              onClick={() => {
                typed.reset()
                change.reset()
              }}
            >
              {t('discard')}
            </button>
          </div>
        )}
      </fieldset>
    </form>
  )
}
