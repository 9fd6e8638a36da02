import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { englishWords, loadWords, type Words } from './messages.ts'

interface Speech extends Words {
  /** Speaks a person's language from now on; an empty one is the browser's. */
  speak(language: string): void
}

const SpeechContext = createContext<Speech>({ ...englishWords, speak: () => {} })

/** The words of the page's language. */
export const useWords = () => useContext(SpeechContext)

/** Lets everything in it speak one language. */
export function WordsProvider({ initial, children }: { initial: Words; children: ReactNode }) {
  const [words, setWords] = useState(initial)
  const speak = useCallback((language: string) => {
    void loadWords([...(language ? [language] : []), ...navigator.languages]).then(setWords)
  }, [])
  return <SpeechContext value={useMemo(() => ({ ...words, speak }), [words, speak])}>{children}</SpeechContext>
}
