import { type ReactNode, useRef } from 'react'
import { Refusal } from '../api/client.ts'
import type { Data } from '../api/data.ts'
import { Problem } from './Problem.tsx'
import { Progress } from './Progress.tsx'

interface AnswerProps<Result> {
  of: Data<Result>
  /** In place of it where there is no such thing, or the viewer may not see it: a page that is all about it has nothing else to show. */
  missing?: ReactNode
  children: (result: Result) => ReactNode
}

/** Shows what was asked for, once it is there: until then that it is on its way, or why it is not. */
export function Answer<Result>({ of, missing, children }: AnswerProps<Result>) {
  const again = () => void of.refetch()
  const problem = useProblem(of)
  if (of.data === undefined) {
    if (missing && problem instanceof Refusal && problem.code === 'NOT_FOUND') return missing
    return problem ? <Problem problem={problem} onAgain={again} /> : <Progress />
  }
  return (
    <>
      {of.error && <Problem problem={of.error} onAgain={again} />}
      <div aria-busy={of.isPlaceholderData} className="answer">
        {children(of.data)}
      </div>
    </>
  )
}

/** Why there is no answer. What was said of that stays while the same is asked again. */
function useProblem({ error, errorUpdateCount }: Data<unknown>): Error | null {
  const last = useRef(error)
  if (error) last.current = error
  return errorUpdateCount > 0 ? last.current : null
}
