import { type ReactNode, useRef } from 'react'
import { Refusal } from '../api/client.ts'
import type { Data } from '../api/data.ts'
import { NoPage } from './NoPage.tsx'
import { Problem } from './Problem.tsx'
import { Progress } from './Progress.tsx'

/** Shows what was asked for, once it is there: until then that it is on its way, or why it is not. */
export function Answer<Result>({ of, children }: { of: Data<Result>; children: (result: Result) => ReactNode }) {
  const again = () => void of.refetch()
  const problem = useProblem(of)
  if (of.data === undefined) {
    if (problem instanceof Refusal && problem.code === 'NOT_FOUND') return <NoPage />
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
