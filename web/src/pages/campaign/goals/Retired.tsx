import { focusSoon } from '../../../ui/focus.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { Time } from '../../../ui/Time.tsx'
import { useBoard } from './board.ts'
import { useRetiring } from './changes.ts'
import { useWords } from './words.ts'

/** The codes that can no longer be given. What was recorded with them stays, and they can be put back. */
export function Retired() {
  const { t } = useWords()
  const { campaign, may } = useBoard()
  const { restore, busy, problem } = useRetiring()
  const codes = campaign.successCodes.filter(({ retired }) => retired)
  if (codes.length === 0) return null
  return (
    <section className="card" aria-labelledby="retired">
      <h2 id="retired" tabIndex={-1}>
        {t('retired.title')}
      </h2>
      <p className="small muted">{t('retired.hint')}</p>
      <Problem problem={problem} />
      <ul className="codes-list">
        {codes.map((code) => (
          <li key={code.id} className="code-row retired">
            <span className="label">
              <bdi>{code.label}</bdi>
            </span>
            <span className="small muted">{code.retiredAt && <Time at={code.retiredAt} />}</span>
            {may && (
              <button
                type="button"
                className="button small"
                disabled={busy}
                onClick={() => void restore(code).then((done) => done && focusSoon(`edit-${code.id}`))}
              >
                {t('restore')} <span className="visually-hidden">{code.label}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
