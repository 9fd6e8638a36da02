import { useMemo } from 'react'
import { newKey } from './key.ts'

/** A key for a wish: another one for another wish, the same when it is wished again because no answer came. */
export function useKeyFor(wish: string): string {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another wish is what makes it another key
  return useMemo(newKey, [wish])
}
