import { useBlocker } from '@tanstack/react-router'
import { Dialog } from './Dialog.tsx'

interface LosingWords {
  title: string
  text: string
  /** What the two buttons say. */
  stay: string
  go: string
}

interface LosingProps extends LosingWords {
  open: boolean
  onStay(): void
  onGo(): void
}

/** Asks whether what is not saved may be lost. */
export function Losing({ title, text, stay, go, open, onStay, onGo }: LosingProps) {
  return (
    <Dialog title={title} open={open} onClose={onStay}>
      <p>{text}</p>
      <div className="row wrap">
        <button type="button" className="button primary" onClick={onStay}>
          {stay}
        </button>
        <button type="button" className="button" onClick={onGo}>
          {go}
        </button>
      </div>
    </Dialog>
  )
}

interface LeavingProps extends LosingWords {
  /** Whether something would be lost. */
  dirty: boolean
}

/** Asks whoever leaves with something that is not saved whether it may be lost. */
export function Leaving({ dirty, ...words }: LeavingProps) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: dirty,
    withResolver: true,
  })
  return <Losing {...words} open={blocker.status === 'blocked'} onStay={() => blocker.reset?.()} onGo={() => blocker.proceed?.()} />
}
