import { useState } from 'react'
import { useChange } from '../../../api/data.ts'
import { useSpeech } from '../../../messages/Words.tsx'
import { focusSoon } from '../../../ui/focus.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { useUndo } from '../../../ui/Toast.tsx'
import { type Goal, named, useBoard } from './board.ts'
import { useDeleting } from './changes.ts'
import { OrderGoalsDocument } from './gql/graphql.ts'
import { MoveButton } from './MoveButton.tsx'
import { goalOf, swapped } from './order.ts'
import { useWords } from './words.ts'

/** What can be done with a goal besides its codes. */
export function GoalButtons({ goal }: { goal: Goal }) {
  const { t } = useWords()
  const undo = useUndo()
  const { campaign, begin } = useBoard()
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
      <button type="button" className="button quiet small" id={`rename-${goal.id}`} onClick={() => begin(named(goal))}>
        {t('goal.rename')} <span className="visually-hidden">{goal.name}</span>
      </button>
      <Delete goal={goal} />
      {ids.length > 1 &&
        ([-1, 1] as const).map((by) => <MoveButton key={by} id={`goal-${by}-${goal.id}`} by={by} what={goal.name} move={moved(by)} />)}
    </>
  )
}

/** Deletes a goal that no code counts for; of another it says which ones do, as also those out of use keep it. */
function Delete({ goal }: { goal: Goal }) {
  const { t } = useWords()
  const { language } = useSpeech()
  const { campaign } = useBoard()
  const [asked, ask] = useState(false)
  const deleting = useDeleting()
  const codes = campaign.successCodes.filter((code) => goalOf(code) === goal.id)
  const names = codes.map(({ label, retired }) => (retired ? t('goal.retiredCode', { code: label }) : label))
  const kept = codes.some(({ retired }) => retired) ? 'goal.keptByRetired' : 'goal.kept'
  const press = () => {
    ask(true)
    if (codes.length === 0) void deleting.remove(goal)
  }
  return (
    <>
      <button type="button" className="button quiet small" onClick={press}>
        {t('goal.delete')} <span className="visually-hidden">{goal.name}</span>
      </button>
      {asked && codes.length > 0 ? (
        <p role="alert" className="problem small goal-kept">
          {t(kept, { goal: goal.name, codes: new Intl.ListFormat(language).format(names) })}
        </p>
      ) : (
        <Problem problem={deleting.problem} />
      )}
    </>
  )
}
