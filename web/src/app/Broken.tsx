import type { ErrorComponentProps } from '@tanstack/react-router'
import { Problem } from '../ui/Problem.tsx'

/** In place of a page that could not be shown. */
export function Broken({ error, reset }: ErrorComponentProps) {
  return <Problem problem={error instanceof Error ? error : new Error(String(error))} onAgain={reset} />
}
