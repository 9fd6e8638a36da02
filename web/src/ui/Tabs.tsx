import type { ReactNode } from 'react'

/** Links to the parts of something. The one that is open says so by itself (aria-current). */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="tabs">
      {children}
    </nav>
  )
}
