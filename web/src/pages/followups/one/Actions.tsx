import { lazy, Suspense, useState } from 'react'
import { useViewer } from '../../../api/viewer.ts'
import type { What } from '../act/Act.tsx'
import { CopyLink } from './CopyLink.tsx'
import type { FollowUpView } from './types.ts'
import { useWords } from './words.ts'

const Act = lazy(() => import('../act/Act.tsx'))

/** What can be done about a follow-up as it stands. Whatever leaves the house is asked about first. */
export function Actions({ followUp }: { followUp: FollowUpView }) {
  const { t } = useWords()
  const { may } = useViewer()
  const [act, setAct] = useState<What>()
  return (
    <>
      <CopyLink />
      {may('FOLLOW_UP') &&
        thingsToDo(followUp).map((what) => (
          <button key={what} type="button" className="button" onClick={() => setAct(what)}>
            {t(`act.${what}`)}
          </button>
        ))}
      {act && (
        <Suspense>
          <Act what={act} followUp={followUp.id} onClose={() => setAct(undefined)} />
        </Suspense>
      )}
    </>
  )
}

function thingsToDo({ state }: FollowUpView): What[] {
  switch (state) {
    case 'AWAITING_TRANSCRIPT':
    case 'AWAITING_CODE':
    case 'AWAITING_OK':
    case 'HOLDING':
      return ['move']
    case 'UNCERTAIN':
      return ['settle', 'move', 'again']
    case 'HELD':
      return ['release', 'move', 'again']
    default:
      return ['move', 'again']
  }
}
