import { useEffect, useState } from 'react'

const pause = 2000 // milliseconds

/**
 * Whether as many chats are missing after counting again. The two counts are not of one moment, so a chat may come between them: nobody
 * is alarmed before a second look.
 */
export function useSecondLook(missing: number, look: () => Promise<unknown>): boolean {
  const [found, setFound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is missing says when to look; a function is another one each time
  useEffect(() => {
    if (missing === found) return
    if (missing === 0) return setFound(0)
    const timer = setTimeout(() => void look().then(() => setFound(missing)), pause)
    return () => clearTimeout(timer)
  }, [missing, found])
  return missing !== 0 && missing === found
}
