import { useBlocker } from '@tanstack/react-router'
import { Dialog } from './Dialog.tsx'

interface LeavingProps {
  /** Whether something would be lost. */
  dirty: boolean
  title: string
  text: string
  /** What the two buttons say. */
  stay: string
  go: string
}

/** Asks whoever leaves with something that is not saved whether it may be lost. */
export function Leaving({ dirty, title, text, stay, go }: LeavingProps) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: dirty,
    withResolver: true,
  })
  const remain = () => blocker.reset?.()
  return (
    <Dialog title={title} open={blocker.status === 'blocked'} onClose={remain}>
      <p>{text}</p>
      <div className="row wrap">
        <button type="button" className="button primary" onClick={remain}>
          {stay}
        </button>
        <button type="button" className="button" onClick={() => blocker.proceed?.()}>
          {go}
        </button>
      </div>
    </Dialog>
  )
}
