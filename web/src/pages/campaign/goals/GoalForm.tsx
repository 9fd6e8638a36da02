import type { FormEvent } from 'react'
import { useChange } from '../../../api/data.ts'
import { Field } from '../../../ui/Field.tsx'
import { focusSoon, takeFocus } from '../../../ui/focus.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { wrongElsewhere, wrongWith } from '../../../ui/problem.ts'
import { useUndo } from '../../../ui/Toast.tsx'
import { type NameDraft, useBoard } from './board.ts'
import { CreateGoalDocument, UpdateGoalDocument } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** Names a goal: a new one, which has no id, or another name for one that is there. */
export function GoalForm({ draft }: { draft: NameDraft }) {
  const { t } = useWords()
  const undo = useUndo()
  const { campaign, setOpen } = useBoard()
  const { goal: id, name, base: before } = draft
  const create = useChange(CreateGoalDocument)
  const update = useChange(UpdateGoalDocument)
  const problem = create.problem ?? update.problem
  const close = () => {
    setOpen(null)
    focusSoon(`rename-${id}`, 'add-goal')
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await (id ? update.run({ id, name }) : create.run({ campaign: campaign.id, name })))) return
    if (id) undo(t('goal.renamed', { name }), () => update.run({ id, name: before }))
    close()
  }
  return (
    <form onSubmit={submit} className="stack" onKeyDown={(event) => event.key === 'Escape' && close()}>
      <Problem problem={wrongElsewhere(problem, ['input.name'])} />
      <Field label={t('goal.name')} hint={t('goal.hint')} problem={wrongWith(problem, 'input.name')}>
        {(control) => (
          <input
            {...control}
            ref={takeFocus}
            className="input"
            required
            maxLength={120}
            value={name}
            onChange={({ target }) => setOpen({ ...draft, name: target.value })}
          />
        )}
      </Field>
      <div className="row wrap">
        <button type="submit" className="button primary" disabled={create.busy || update.busy}>
          {t('save')}
        </button>
        <button type="button" className="button quiet" onClick={close}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}
