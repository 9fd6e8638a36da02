import { useChange } from '../../../api/data.ts'
import { focusSoon } from '../../../ui/focus.ts'
import { useUndo } from '../../../ui/Toast.tsx'
import { type Code, type Goal, useBoard } from './board.ts'
import {
  CreateGoalDocument,
  DeleteGoalDocument,
  OrderCodesDocument,
  OrderGoalsDocument,
  RestoreCodeDocument,
  RetireCodeDocument,
  UpdateCodeDocument,
} from './gql/graphql.ts'
import { type Group, goalOf, orderOf, without } from './order.ts'
import { useWords } from './words.ts'

/** Puts a code elsewhere: among those of its goal, or into another one. */
export function useMoving() {
  const { t } = useWords()
  const undo = useUndo()
  const { campaign, groups } = useBoard()
  const update = useChange(UpdateCodeDocument)
  const order = useChange(OrderCodesDocument)
  const place = async (code: Code, goal: string, changes: boolean, all: readonly Group<Code>[]) => {
    if (changes && !(await update.run({ id: code.id, goal }))) return undefined
    return order.run({ campaign: campaign.id, codes: orderOf(all, campaign.successCodes) })
  }
  const move = async (code: Code, after: readonly Group<Code>[]) => {
    const group = after.find(({ codes }) => codes.some(({ id }) => id === code.id))
    const before = goalOf(code)
    if (!group || !(await place(code, group.goal, group.goal !== before, after))) return
    const name = campaign.goals.find(({ id }) => id === group.goal)?.name ?? t('goal.none')
    const at = group.codes.findIndex(({ id }) => id === code.id) + 1
    undo(t('moved', { code: code.label, place: at, all: group.codes.length, goal: name }), () =>
      place(code, before, group.goal !== before, groups),
    )
  }
  return { move, busy: update.busy || order.busy, problem: update.problem ?? order.problem }
}

/** Takes a code out of use, or back into it. */
export function useRetiring() {
  const { t } = useWords()
  const undo = useUndo()
  const { run: retire, ...retiring } = useChange(RetireCodeDocument)
  const { run: restore, ...restoring } = useChange(RestoreCodeDocument)
  return {
    retire: async ({ id, label }: Code) => {
      const done = await retire({ id })
      if (done) undo(t('retired.done', { code: label }), () => restore({ id }))
      return done !== undefined
    },
    restore: async ({ id, label }: Code) => {
      const done = await restore({ id })
      if (done) undo(t('restored.done', { code: label }), () => retire({ id }))
      return done !== undefined
    },
    busy: retiring.busy || restoring.busy,
    problem: retiring.problem ?? restoring.problem,
  }
}

/** Deletes a goal. Undone, it is made anew where it was. */
export function useDeleting() {
  const { t } = useWords()
  const undo = useUndo()
  const { campaign } = useBoard()
  const { run, busy, problem } = useChange(DeleteGoalDocument)
  const { run: create } = useChange(CreateGoalDocument)
  const { run: order } = useChange(OrderGoalsDocument)
  const ids = campaign.goals.map(({ id }) => id)
  const takeBack = async ({ id, name }: Goal) => {
    const made = (await create({ campaign: campaign.id, name }))?.createGoal?.goal.id
    if (!made) return
    await order({ campaign: campaign.id, goals: ids.map((other) => (other === id ? made : other)) })
    focusSoon(`rename-${made}`)
  }
  const remove = async (goal: Goal) => {
    if (busy || !(await run({ id: goal.id }))) return
    undo(t('goal.deleted', { goal: goal.name }), () => takeBack(goal))
    focusSoon(`rename-${without(ids, goal.id).next}`, 'add-goal')
  }
  return { remove, problem }
}
