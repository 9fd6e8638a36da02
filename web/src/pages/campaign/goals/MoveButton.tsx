import { useWords } from './words.ts'

/** Moves something up (-1) or down (1) in its list. It keeps the focus where there is no further, so that nobody loses their place. */
export function MoveButton({ id, by, what, move }: { id: string; by: 1 | -1; what: string; move: (() => void) | undefined }) {
  const { t } = useWords()
  return (
    <button
      type="button"
      id={id}
      className="icon-button"
      aria-label={t(by < 0 ? 'move.up' : 'move.down', { what })}
      aria-disabled={move === undefined}
      onClick={() => move?.()}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={by < 0 ? 'M3 10l5-5 5 5' : 'M3 6l5 5 5-5'} fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
    </button>
  )
}
