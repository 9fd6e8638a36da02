import { type ReactNode, useEffect, useRef } from 'react'

/** A page: its title, which whoever comes from another page is led to, what can be done, and what is on it. */
export function Page({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <>
      <div className="page-head">
        <Title>{title}</Title>
        {actions && <div className="row wrap">{actions}</div>}
      </div>
      {children}
    </>
  )
}

// Whoever opens the first page begins where their browser puts them.
let first = true

/** The title of a page, also in the browser's own. */
export function Title({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${children} · Postchat`
  }, [children])
  useEffect(() => {
    if (!first) heading.current?.focus({ preventScroll: true })
    first = false
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1}>
      <bdi>{children}</bdi>
    </h1>
  )
}
