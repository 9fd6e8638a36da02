import type { ReactNode } from 'react'
import type { Data } from '../api/data.ts'
import { Problem } from './Problem.tsx'
import { Progress } from './Progress.tsx'

/** Shows what was asked for, once it is there: until then that it is on its way, or why it is not. */
export function Answer<Result>({ of, children }: { of: Data<Result>; children: (result: Result) => ReactNode }) {
  const again = () => void of.refetch()
  if (of.data === undefined) return of.error ? <Problem problem={of.error} onAgain={again} /> : <Progress />
  return (
    <>
      {of.error && <Problem problem={of.error} onAgain={again} />}
      <div aria-busy={of.isPlaceholderData} className="answer">
        {children(of.data)}
      </div>
    </>
  )
}
