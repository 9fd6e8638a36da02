import { useState } from 'react'
import { useChange } from '../../api/data.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { focusSoon } from '../../ui/focus.ts'
import { Problem } from '../../ui/Problem.tsx'
import { Text } from '../../ui/Text.tsx'
import { Time } from '../../ui/Time.tsx'
import { RevokeTokenDocument, type TokenRowFragment } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** A token, and what it may do. */
export function Token({ token }: { token: TokenRowFragment }) {
  const { t } = useWords()
  const { name, prefix, permissions, campaigns, createdAt, expiresAt, revokedAt, lastUsedAt } = token
  return (
    <div className="token">
      <div>
        <h2>
          <Text>{name}</Text>
        </h2>
        <p className="small muted">
          <span className="mono">{prefix}…</span> · {t('tokens.made')} <Time at={createdAt} />
        </p>
        <p className="small muted">
          {t('tokens.used')} {lastUsedAt ? <Time at={lastUsedAt} /> : t('tokens.never')}
        </p>
      </div>
      <div>
        <ul className="permissions">
          {permissions.map((permission) => (
            <li key={permission}>{t(`permission.${permission}`)}</li>
          ))}
        </ul>
        {campaigns && (
          <p className="small">
            {t('tokens.only')} <Text>{campaigns.map(({ name }) => name).join(', ')}</Text>
          </p>
        )}
        <p className="small muted">
          {revokedAt ? (
            <>
              {t('tokens.revoked')} <Time at={revokedAt} />
            </>
          ) : expiresAt ? (
            <>
              {t('tokens.until')} <Time at={expiresAt} />
            </>
          ) : (
            t('tokens.always')
          )}
        </p>
      </div>
      {!revokedAt && <Revocation token={token} />}
    </div>
  )
}

/** Asks first: programs stop, and nobody can bring a token back. */
function Revocation({ token: { id, name } }: { token: TokenRowFragment }) {
  const { t } = useWords()
  const { run, busy, problem } = useChange(RevokeTokenDocument)
  const [asking, ask] = useState(false)
  const revoke = async () => {
    if (!(await run({ id }))) return
    ask(false)
    focusSoon('tokens')
  }
  return (
    <div>
      <button type="button" className="button small" onClick={() => ask(true)}>
        {t('tokens.revoke')}
      </button>
      <Dialog title={t('tokens.revokeTitle', { name })} open={asking} onClose={() => ask(false)}>
        <p>{t('tokens.revokeText')}</p>
        <Problem problem={problem} />
        <div className="row wrap">
          <button type="button" className="button primary" disabled={busy} onClick={revoke}>
            {t('tokens.revoke')}
          </button>
          <button type="button" className="button" onClick={() => ask(false)}>
            {t('cancel')}
          </button>
        </div>
      </Dialog>
    </div>
  )
}
