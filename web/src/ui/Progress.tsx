import { useWords } from './words.ts'

/** Says that something is on its way. It shows itself only after a moment, so that what is quick does not flicker. */
export function Progress() {
  const { t } = useWords()
  return (
    <p role="status" className="progress muted">
      {t('loading')}
    </p>
  )
}
