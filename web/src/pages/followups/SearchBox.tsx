import { useEffect, useRef, useState } from 'react'
import { useKeys } from '../../ui/keys.tsx'
import { useWords } from './words.ts'

// How long after the last letter it is searched for, in milliseconds.
const pause = 300

/** Searches while somebody types. */
export function SearchBox({ value, onSearch }: { value: string; onSearch(text: string): Promise<void> }) {
  const { t } = useWords()
  const box = useRef<HTMLInputElement>(null)
  // What is being typed; null while the address says it.
  const [typed, setTyped] = useState<string | null>(null)
  const latest = useRef(onSearch)
  latest.current = onSearch
  const short = typed?.trim().length === 1
  useEffect(() => {
    if (typed === null || short) return
    const timer = setTimeout(() => void latest.current(typed.trim()).then(() => setTyped((now) => (now === typed ? null : now))), pause)
    return () => clearTimeout(timer)
  }, [typed, short])
  useKeys([{ keys: '/', label: t('inbox.search'), run: () => box.current?.focus() }])
  return (
    <div className="inbox-search">
      <input
        ref={box}
        type="search"
        className="input"
        maxLength={100}
        aria-label={t('inbox.search')}
        aria-describedby={short ? 'search-hint' : undefined}
        placeholder={t('inbox.search')}
        dir="auto"
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value)}
      />
      {short && (
        <p id="search-hint" className="small muted">
          {t('inbox.short')}
        </p>
      )}
    </div>
  )
}
