import { useEffect, useState } from 'react'
import { serverNow } from '../api/clock.ts'

/** The whole seconds until a moment of the server's clock, 0 once it has come; null without one. */
export function useCountdown(at: string | null): number | null {
  const [, tick] = useState(0)
  const left = at === null ? null : Math.max(0, Math.ceil((Date.parse(at) - serverNow()) / 1000))
  const running = left !== null && left > 0
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => tick((count) => count + 1), 250)
    return () => clearInterval(timer)
  }, [running])
  return left
}
