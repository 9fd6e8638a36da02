import { createContext, useContext } from 'react'
import { englishWords, type Words } from './messages.ts'

/** The language that the page speaks. */
export const WordsContext = createContext<Words>(englishWords)

/** The words of the page's language. */
export const useWords = () => useContext(WordsContext)
