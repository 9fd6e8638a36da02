import { Field } from '../../../ui/Field.tsx'
import { type CodeDraft, sameKey, useBoard } from './board.ts'
import { useWords } from './words.ts'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** The key that gives a code in the operator's window. One that another code has cannot be saved, and says whose it is. */
export function KeyField({ draft, onChange, problem }: { draft: CodeDraft; onChange: (hotKey: string) => void; problem: string }) {
  const { t } = useWords()
  const { campaign } = useBoard()
  const owner = (hotKey: string) => sameKey({ ...draft, hotKey }, campaign.successCodes)
  const taken = owner(draft.hotKey)
  return (
    <Field label={t('code.key')} hint={t('code.keyHint')} problem={taken ? t('code.keyTaken', { code: taken.label }) : problem}>
      {(control) => (
        <select {...control} className="input" value={draft.hotKey} onChange={({ target }) => onChange(target.value)}>
          <option value="">{t('code.keyNext')}</option>
          {digits.map((digit) => (
            <option key={digit} value={digit}>
              {[digit, owner(digit)?.label].filter(Boolean).join(' · ')}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
