import { useBlocker } from '@tanstack/react-router'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useWords } from './words.ts'

/** Asks whoever leaves with a draft whether it may be lost. */
export function Leaving({ dirty }: { dirty: boolean }) {
  const { t } = useWords()
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: dirty,
    withResolver: true,
  })
  const stay = () => blocker.reset?.()
  return (
    <Dialog title={t('leave.title')} open={blocker.status === 'blocked'} onClose={stay}>
      <p>{t('leave.text')}</p>
      <div className="row wrap">
        <button type="button" className="button primary" onClick={stay}>
          {t('leave.stay')}
        </button>
        <button type="button" className="button" onClick={() => blocker.proceed?.()}>
          {t('leave.go')}
        </button>
      </div>
    </Dialog>
  )
}
