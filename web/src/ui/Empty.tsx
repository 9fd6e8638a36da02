import type { ReactNode } from 'react'

/** In place of a list that has nothing in it: what will be there, and the next step. */
export function Empty({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{text}</p>
      {children && <div className="row wrap">{children}</div>}
    </div>
  )
}
