import { useChange } from '../../../api/data.ts'
import { useUndo } from '../../../ui/Toast.tsx'
import { type CodeDraft, changesOf, useBoard } from './board.ts'
import { CreateCodeDocument, OrderCodesDocument, UpdateCodeDocument } from './gql/graphql.ts'
import { orderOf } from './order.ts'
import { useWords } from './words.ts'

/** Makes or changes a code; where that puts it among those of another goal, the order that operators see follows. */
export function useSaving() {
  const { t } = useWords()
  const undo = useUndo()
  const { campaign, groups } = useBoard()
  const create = useChange(CreateCodeDocument)
  const update = useChange(UpdateCodeDocument)
  const order = useChange(OrderCodesDocument)
  const settle = (id: string, goal: string) => {
    const ids = groups.map((group) => ({
      goal: group.goal,
      codes: [...group.codes.filter((code) => code.id !== id), ...(group.goal === goal ? [{ id, goal: null, retired: false }] : [])],
    }))
    return order.run({ campaign: campaign.id, codes: orderOf(ids, campaign.successCodes) })
  }
  const make = async ({ id: _, goal, ...input }: CodeDraft) => {
    const made = await create.run({ campaign: campaign.id, ...input, ...(goal && { goal }) }) // without one, it belongs to none
    const code = made?.createSuccessCode?.successCode.id
    if (code && goal !== groups.at(-1)?.goal) await settle(code, goal)
    return made
  }
  const save = async (draft: CodeDraft, base: CodeDraft) => {
    const { id } = draft
    if (!id) return make(draft)
    const { after, before } = changesOf(draft, base)
    const saved = await update.run({ id, ...after })
    if (!saved) return saved
    if (after.goal !== undefined) await settle(id, after.goal)
    undo(t('code.saved', { code: draft.label }), () => update.run({ id, ...before }))
    return saved
  }
  return { save, busy: create.busy || update.busy || order.busy, problem: create.problem ?? update.problem ?? order.problem }
}
