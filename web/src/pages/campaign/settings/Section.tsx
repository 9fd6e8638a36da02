import { type FormEvent, type ReactNode, useId, useState } from 'react'
import type { Change } from '../../../api/data.ts'
import { useViewer } from '../../../api/viewer.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { wrongElsewhere } from '../../../ui/problem.ts'
import { useUndo } from '../../../ui/Toast.tsx'
import { useWords } from './words.ts'

/** What is typed into a section, over what is saved. */
export interface Typed<Values> {
  values: Values
  changed: boolean
  set(part: Partial<Values>): void
  /** Forgets what was typed. */
  reset(): void
}

/** Keeps what somebody types while what is saved may change under it. */
export function useTyped<Values extends object>(saved: Values): Typed<Values> {
  const [typed, setTyped] = useState<Partial<Values>>({})
  const values = { ...saved, ...typed }
  return {
    values,
    changed: (Object.keys(typed) as (keyof Values)[]).some((key) => typed[key] !== saved[key]),
    set: (part) => setTyped((typed) => ({ ...typed, ...part })),
    reset: () => setTyped({}),
  }
}

interface Props<Input> {
  title: string
  /** What saves it. */
  change: Change<unknown, Input>
  /** What is to be saved, and what was saved before. */
  input: Input
  before: Input
  typed: { changed: boolean; reset(): void }
  /** The fields that say themselves what is wrong with them. */
  fields: readonly string[]
  children: ReactNode
}

/** A part of the settings that is saved by itself; who may not change it reads it. */
export function Section<Input>({ title, change, input, before, typed, fields, children }: Props<Input>) {
  const { t } = useWords()
  const undo = useUndo()
  const may = useViewer().may('CAMPAIGN')
  const name = useId()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await change.run(input))) return
    typed.reset()
    undo(t('saved', { section: title }), () => change.run(before))
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
        {typed.changed && (
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
