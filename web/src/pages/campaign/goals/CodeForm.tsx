import type { FormEvent } from 'react'
import { useChange } from '../../../api/data.ts'
import { Field } from '../../../ui/Field.tsx'
import { focusSoon, takeFocus } from '../../../ui/focus.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { wrongElsewhere, wrongWith } from '../../../ui/problem.ts'
import { useUndo } from '../../../ui/Toast.tsx'
import { type CodeDraft, draftOf, sameKey, sameLabel, useBoard } from './board.ts'
import { ColorField } from './ColorField.tsx'
import { CreateCodeDocument, OrderCodesDocument, UpdateCodeDocument } from './gql/graphql.ts'
import { KeyField } from './KeyField.tsx'
import { orderOf } from './order.ts'
import { useWords } from './words.ts'

const fields = ['input.label', 'input.hint', 'input.color', 'input.hotKey', 'input.goal']

/** A code that is made or changed. What is typed is kept by the board, so that the preview shows it at once. */
export function CodeForm() {
  const { open, setOpen } = useBoard()
  return open && 'code' in open ? <Form draft={open.code} set={(part) => setOpen({ code: { ...open.code, ...part } })} /> : null
}

function Form({ draft, set }: { draft: CodeDraft; set: (part: Partial<CodeDraft>) => void }) {
  const { t } = useWords()
  const { campaign, setOpen } = useBoard()
  const { save, busy, problem } = useSaving()
  const label = sameLabel(draft, campaign.successCodes)
  const key = sameKey(draft, campaign.successCodes)
  const close = (...ids: string[]) => {
    setOpen(null)
    focusSoon(...ids, `edit-${draft.id}`, `add-${draft.goal}`)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!label && !key && (await save(draft))) close()
  }
  const labelTaken = label && t(label.retired ? 'code.labelRetired' : 'code.labelTaken', { code: label.label })
  return (
    <form onSubmit={submit} className="code-form" onKeyDown={(event) => event.key === 'Escape' && close()}>
      <Problem problem={wrongElsewhere(problem, fields)} />
      <Field label={t('code.label')} hint={t('code.labelHint')} problem={labelTaken || wrongWith(problem, 'input.label')}>
        {(control) => (
          <input
            {...control}
            ref={takeFocus}
            className="input"
            required
            maxLength={120}
            value={draft.label}
            onChange={({ target }) => set({ label: target.value })}
          />
        )}
      </Field>
      <Field label={t('code.hint')} hint={t('code.hintHint')} problem={wrongWith(problem, 'input.hint')}>
        {(control) => (
          <input {...control} className="input" maxLength={500} value={draft.hint} onChange={({ target }) => set({ hint: target.value })} />
        )}
      </Field>
      <ColorField color={draft.color} onChange={(color) => set({ color })} problem={wrongWith(problem, 'input.color')} />
      <KeyField draft={draft} onChange={(hotKey) => set({ hotKey })} problem={wrongWith(problem, 'input.hotKey')} />
      {campaign.goals.length > 0 && (
        <Field label={t('code.goal')} problem={wrongWith(problem, 'input.goal')}>
          {(control) => (
            <select {...control} className="input" value={draft.goal} onChange={({ target }) => set({ goal: target.value })}>
              {campaign.goals.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              <option value="">{t('goal.none')}</option>
            </select>
          )}
        </Field>
      )}
      <div className="row wrap">
        <button type="submit" className="button primary" disabled={busy}>
          {t('save')}
        </button>
        <button type="button" className="button quiet" onClick={() => close()}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}

/** Makes or changes a code; where that puts it among those of another goal, the order that operators see follows. */
function useSaving() {
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
  const save = async (draft: CodeDraft) => {
    const { id, ...input } = draft
    if (!id) {
      const made = await create.run({ campaign: campaign.id, ...input, goal: input.goal || null })
      const code = made?.createSuccessCode?.successCode.id
      if (code && input.goal !== groups.at(-1)?.goal) await settle(code, input.goal)
      return made
    }
    const code = campaign.successCodes.find((code) => code.id === id)
    const saved = await update.run(draft)
    if (!saved || !code) return saved
    if ((code.goal?.id ?? '') !== draft.goal) await settle(id, draft.goal)
    undo(t('code.saved', { code: draft.label }), () => update.run(draftOf(code)))
    return saved
  }
  return { save, busy: create.busy || update.busy || order.busy, problem: create.problem ?? update.problem ?? order.problem }
}
