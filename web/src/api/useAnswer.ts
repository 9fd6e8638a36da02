import { useEffect, useState } from 'react'

/** An answer of the API, for as long as it is asked for. The last one stays while the next is on its way. */
export interface Answer<Result> {
  result: Result | undefined
  problem: Error | undefined
}

/** Asks whenever `question` changes, a text that names what is asked; null asks nothing. Waits for `pause` milliseconds first. */
export function useAnswer<Result>(question: string | null, ask: (signal: AbortSignal) => Promise<Result>, pause = 0): Answer<Result> {
  const [answer, setAnswer] = useState<Answer<Result>>({ result: undefined, problem: undefined })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question says when to ask; a function is another one each time
  useEffect(() => {
    if (question === null) return
    const control = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const result = await ask(control.signal)
        if (!control.signal.aborted) setAnswer({ result, problem: undefined })
      } catch (problem) {
        if (!control.signal.aborted) setAnswer(({ result }) => ({ result, problem: problem as Error }))
      }
    }, pause)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [question, pause])
  return answer
}
