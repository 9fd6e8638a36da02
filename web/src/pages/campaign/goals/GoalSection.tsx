import { useChange } from '../../../api/data.ts'
import { focusSoon } from '../../../ui/focus.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { useUndo } from '../../../ui/Toast.tsx'
import { type Code, newDraft, opened, useBoard } from './board.ts'
import { CodeForm } from './CodeForm.tsx'
import { CodeRow } from './CodeRow.tsx'
import { useDropping } from './drag.ts'
import { GoalForm } from './GoalForm.tsx'
import { OrderGoalsDocument } from './gql/graphql.ts'
import { MoveButton } from './MoveButton.tsx'
import { type Group, swapped } from './order.ts'
import { useWords } from './words.ts'

/** A goal with its codes; or the codes that belong to none. */
export function GoalSection({ group }: { group: Group<Code> }) {
  const { t } = useWords()
  const { campaign, may, open, setOpen } = useBoard()
  const goal = campaign.goals.find(({ id }) => id === group.goal)
  const name = goal?.name ?? t(campaign.goals.length > 0 ? 'goal.none' : 'goal.noneYet')
  const adding = open && 'code' in open && open.code.id === '' && open.code.goal === group.goal
  const dropping = useDropping(group.goal, group.codes.length)
  return (
    <section className="card goal" aria-labelledby={`goal-${group.goal}`} {...dropping}>
      {goal && open && 'goal' in open && open.goal === goal.id ? (
        <GoalForm {...goal} />
      ) : (
        <div className="goal-head">
          <h2 id={`goal-${group.goal}`}>
            <bdi>{name}</bdi>
          </h2>
          {may && (
            <div className="row wrap">
              {goal && <GoalButtons goal={goal} />}
              <button type="button" className="button small" id={`add-${group.goal}`} onClick={() => setOpen(opened(newDraft(group.goal)))}>
                {t('code.add')}
              </button>
            </div>
          )}
        </div>
      )}
      {group.codes.length === 0 && !adding && <p className="muted small">{t('goal.empty')}</p>}
      <ol className="codes-list">
        {group.codes.map((code, at) => (
          <CodeRow key={code.id} code={code} at={at} />
        ))}
      </ol>
      {adding && <CodeForm />}
    </section>
  )
}

function GoalButtons({ goal }: { goal: { id: string; name: string } }) {
  const { t } = useWords()
  const undo = useUndo()
  const { campaign, setOpen } = useBoard()
  const { run, busy, problem } = useChange(OrderGoalsDocument)
  const ids = campaign.goals.map(({ id }) => id)
  const at = ids.indexOf(goal.id)
  const moved = (by: 1 | -1) => {
    const goals = swapped(ids, at, by)
    if (!goals || busy) return undefined
    return async () => {
      if (!(await run({ campaign: campaign.id, goals }))) return
      undo(t('goal.moved', { goal: goal.name, place: at + by + 1, all: ids.length }), () => run({ campaign: campaign.id, goals: ids }))
      focusSoon(`goal-${by}-${goal.id}`)
    }
  }
  return (
    <>
      <Problem problem={problem} />
      <button type="button" className="button quiet small" id={`rename-${goal.id}`} onClick={() => setOpen({ goal: goal.id })}>
        {t('goal.rename')}
        <span className="visually-hidden">{goal.name}</span>
      </button>
      {ids.length > 1 &&
        ([-1, 1] as const).map((by) => <MoveButton key={by} id={`goal-${by}-${goal.id}`} by={by} what={goal.name} move={moved(by)} />)}
    </>
  )
}
