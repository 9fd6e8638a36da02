import { useChange } from '../../../api/data.ts'
import { useUndo } from '../../../ui/Toast.tsx'
import { type Code, useBoard } from './board.ts'
import { OrderCodesDocument, RestoreCodeDocument, RetireCodeDocument, UpdateCodeDocument } from './gql/graphql.ts'
import { type Group, goalOf, orderOf } from './order.ts'
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
