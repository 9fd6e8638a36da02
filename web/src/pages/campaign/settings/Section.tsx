import { type FormEvent, type ReactNode, useId } from 'react'
import type { Change } from '../../../api/data.ts'
import { useViewer } from '../../../api/viewer.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { wrongElsewhere } from '../../../ui/problem.ts'
import { useUndo } from '../../../ui/Toast.tsx'
import type { Typed } from './drafts.ts'
import { useWords } from './words.ts'

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
