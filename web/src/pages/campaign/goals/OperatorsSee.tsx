import { useState } from 'react'
import { Choice } from '../../../ui/Choice.tsx'
import { digitsOf, pick } from '../../../ui/pick.ts'
import { codesSeen, useBoard } from './board.ts'
import { useWords } from './words.ts'

/** What operators see of the codes in their window, with what is being typed. It can be tried, and does nothing. */
export function OperatorsSee() {
  const { t } = useWords()
  const board = useBoard()
  const { allowMultiple, requireCode } = board.campaign.goalSettings
  const [picked, setPicked] = useState<readonly string[]>([])
  const codes = codesSeen(board).filter(({ label }) => label.trim() !== '')
  const digits = digitsOf(codes)
  const given = picked.filter((id) => codes.some((code) => code.id === id)).slice(0, allowMultiple ? undefined : 1)
  const marks = [requireCode && t('see.required'), allowMultiple && t('see.several')].filter(Boolean)
  return (
    <section className="card operators-see" aria-labelledby="operators-see">
      <h2 id="operators-see">{t('see.title')}</h2>
      <p className="small muted">{t('see.hint')}</p>
      <fieldset>
        <legend>
          {t(allowMultiple ? 'see.codes' : 'see.code')}
          <span className="muted small">{marks.map((mark) => ` · ${mark}`).join('')}</span>
        </legend>
        {codes.length === 0 && <p className="muted">{t('see.none')}</p>}
        <div className={codes.some(({ hint }) => hint) ? 'choices hinted' : 'choices'}>
          {codes.map(({ id, label, hint, color }) => (
            <Choice
              key={id}
              {...{ label, hint, color }}
              digit={digits.get(label) ?? ''}
              several={allowMultiple}
              name="preview"
              checked={given.includes(id)}
              onPick={() => setPicked(pick(id, given, allowMultiple))}
            />
          ))}
        </div>
      </fieldset>
    </section>
  )
}
