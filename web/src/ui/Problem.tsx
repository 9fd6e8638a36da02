import { inWords } from './problem.ts'
import { useWords } from './words.ts'

/** Says what went wrong, at once also to whoever does not see it; and offers to try again where that helps. */
export function Problem({ problem, onAgain }: { problem: Error | null | undefined; onAgain?: () => void }) {
  const { t } = useWords()
  if (!problem) return null
  return (
    <div role="alert" className="problem-box">
      <p>{inWords(problem, t)}</p>
      {onAgain && (
        <button type="button" className="button small" onClick={onAgain}>
          {t('again')}
        </button>
      )}
    </div>
  )
}
