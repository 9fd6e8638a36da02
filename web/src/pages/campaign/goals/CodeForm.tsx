import type { FormEvent } from 'react'
import { Field } from '../../../ui/Field.tsx'
import { focusSoon, takeFocus } from '../../../ui/focus.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { wrongElsewhere, wrongWith } from '../../../ui/problem.ts'
import { type CodeDraft, sameKey, sameLabel, useBoard } from './board.ts'
import { ColorField } from './ColorField.tsx'
import { KeyField } from './KeyField.tsx'
import { useSaving } from './saving.ts'
import { useWords } from './words.ts'

const fields = ['input.label', 'input.hint', 'input.color', 'input.hotKey', 'input.goal']

/** A code that is made or changed. What is typed is kept by the board, so that the preview shows it at once. */
export function CodeForm() {
  const { campaign, open, setOpen } = useBoard()
  if (!open || !('code' in open)) return null
  // A goal that was deleted meanwhile is none.
  const goal = campaign.goals.some(({ id }) => id === open.code.goal) ? open.code.goal : ''
  return <Form draft={{ ...open.code, goal }} base={open.base} set={(part) => setOpen({ ...open, code: { ...open.code, ...part } })} />
}

interface FormProps {
  draft: CodeDraft
  base: CodeDraft
  set(part: Partial<CodeDraft>): void
}

function Form({ draft, base, set }: FormProps) {
  const { t } = useWords()
  const { campaign, setOpen } = useBoard()
  const { save, busy, problem } = useSaving()
  const label = sameLabel(draft, campaign.successCodes)
  const key = sameKey(draft, campaign.successCodes)
  const close = (...ids: string[]) => {
    setOpen(null)
    focusSoon(...ids, `edit-${draft.id}`, `add-${draft.goal}`, `add-${base.goal}`, 'add-goal')
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!label && !key && (await save(draft, base))) close()
  }
  const labelTaken = label && t(label.retired ? 'code.labelRetired' : 'code.labelTaken', { code: label.label })
  return (
    <form onSubmit={submit} className="code-form">
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
