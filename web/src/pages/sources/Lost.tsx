import { useChange } from '../../api/data.ts'
import { Problem } from '../../ui/Problem.tsx'
import { RotateSecretDocument } from './gql/graphql.ts'
import type { Connecting } from './SetUp.tsx'
import { inAddress, type Shown } from './secret.ts'
import { useWords } from './words.ts'

const day = 24 * 60 * 60

/** In place of a secret that was shown before: nobody can read it again, so another one is to be made. */
export function Lost({ source, onShown }: { source: Connecting; onShown: (shown: Shown) => void }) {
  const { t } = useWords()
  const { run, busy, problem } = useChange(RotateSecretDocument)
  const overlap = overlapOf(source)
  const make = async () => {
    const result = await run({ source: source.id, keepOldFor: overlap })
    const made = result?.rotateSourceSecret
    if (made) onShown({ secret: made.secret, hookUrl: made.hookUrl, source: source.id })
  }
  return (
    <div className="stack lost">
      <p>{t('lost.text')}</p>
      <p className="small muted">{t(overlap === null ? 'lost.keeps' : overlap === 0 ? 'lost.ends' : 'lost.day')}</p>
      <Problem problem={problem} />
      <div>
        <button type="button" className="button" disabled={busy} onClick={make}>
          {t('lost.make')}
        </button>
      </div>
    </div>
  )
}

/**
 * How long the secrets that the source has stay valid, in seconds; null for as long as they are. One in an address may stand beside
 * one that the vendor signs with, which must not end with it.
 */
function overlapOf({ hookUrl, lastEventAt }: Connecting): number | null {
  if (inAddress(hookUrl)) return null
  return lastEventAt ? day : 0
}
