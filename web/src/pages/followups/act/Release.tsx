import { useChange } from '../../../api/data.ts'
import { useKeyFor } from '../../../api/useKeyFor.ts'
import { Problem } from '../../../ui/Problem.tsx'
import type { Part } from './Act.tsx'
import { ReleaseDocument } from './gql/graphql.ts'
import { To } from './To.tsx'
import { heldBack } from './who.ts'
import { useWords } from './words.ts'

/** Sends what is held back of a follow-up. */
export function Release({ followUp, onDone }: Part) {
  const { t } = useWords()
  const { run, busy, problem } = useChange(ReleaseDocument)
  const idempotencyKey = useKeyFor(followUp.id)
  const release = async () => {
    if (await run({ followUp: followUp.id, idempotencyKey })) onDone()
  }
  return (
    <div className="stack">
      <Problem problem={problem} />
      <p>
        {t('release.text')}
        <To emails={heldBack(followUp)} />
      </p>
      <button type="button" className="button primary" disabled={busy} onClick={release}>
        {t('release.send')}
      </button>
    </div>
  )
}
