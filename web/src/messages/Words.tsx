import { createContext, type ReactNode, startTransition, use, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { loadWords, type Messages, speak, tagOf, type Words, wordsOf } from './messages.ts'

interface Speech {
  /** The tag of the page's language. */
  language: string
  /** Speaks a person's language from now on; an empty one is the browser's. */
  speak(language: string): void
}

const SpeechContext = createContext<Speech>({ language: 'en', speak: () => {} })

/** The language of the page, and the way to change it. */
export const useSpeech = () => useContext(SpeechContext)

/** Lets everything in it speak one language: a person's, or where that is empty the browser's. */
export function WordsProvider({ language: wanted = '', children }: { language?: string; children: ReactNode }) {
  const [language, setLanguage] = useState(() => tagFor(wanted))
  // What is shown stays until the words of the other language are there.
  const speak = useCallback((language: string) => startTransition(() => setLanguage(tagFor(language))), [])
  useEffect(() => tellPage(language), [language])
  return <SpeechContext value={useMemo(() => ({ language, speak }), [language, speak])}>{children}</SpeechContext>
}

const tagFor = (language: string) => tagOf([...(language ? [language] : []), ...navigator.languages])

/** Tells the document which language it is in. */
function tellPage(tag: string) {
  document.documentElement.lang = speak([tag])
}

/** Makes the hook that gives a folder's words in the page's language. Until they are loaded, what asks for them waits. */
export function wordsHook<Key extends string>(messages: Messages<Key>): () => Words<Key> {
  const all = new Map<string, Promise<Words<Key>>>()
  const load = (tag: string): Promise<Words<Key>> => {
    const words = speak([tag]) === 'en' ? ready(wordsOf(tag, messages.english)) : loadWords(messages, tag)
    words.catch(() => all.delete(tag)) // whoever tries again asks again
    all.set(tag, words)
    return words
  }
  return () => {
    const { language } = useSpeech()
    // Each time, also when they are there: React tells the promises of a component apart by their order.
    return use(all.get(language) ?? load(language))
  }
}

/** A promise of what is there already, which React sees by these two: so nothing waits for it. */
const ready = <Value,>(value: Value): Promise<Value> => Object.assign(Promise.resolve(value), { status: 'fulfilled', value })
