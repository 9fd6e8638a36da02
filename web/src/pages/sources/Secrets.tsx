import { useState } from 'react'
import { useChange } from '../../api/data.ts'
import { Copy } from '../../ui/Copy.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { focusSoon } from '../../ui/focus.ts'
import { Once } from '../../ui/Once.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { useMoment } from '../../ui/Time.tsx'
import { RotateSecretDocument, type SecretsPartFragment, WithdrawSecretDocument } from './gql/graphql.ts'
import { OwnSecret } from './OwnSecret.tsx'
import { inAddress } from './secret.ts'
import { useWords } from './words.ts'

/** Where the vendor posts to, and the secrets that prove that it is the vendor. */
export function Secrets({ source }: { source: SecretsPartFragment }) {
  const { t } = useWords()
  return (
    <section className="card stack">
      <h2>{t('secrets.title')}</h2>
      {!inAddress(source.hookUrl) && (
        <div className="field">
          <p className="label">{t('address')}</p>
          <Copy text={source.hookUrl} label={t('address')} />
        </div>
      )}
      <p>{t(inAddress(source.hookUrl) ? 'secrets.inAddress' : 'secrets.text')}</p>
      <ul className="secrets" id="secrets" tabIndex={-1}>
        {source.secrets.map((secret, at) => (
          <li key={secret.id} className="row wrap">
            <Secret source={source} secret={secret} newest={at === 0} />
          </li>
        ))}
      </ul>
      <Rotation source={source} />
      {inAddress(source.hookUrl) && <OwnSecret source={source.id} />}
    </section>
  )
}

type SecretOfSource = SecretsPartFragment['secrets'][number]

/** A secret that is valid. The last one cannot be withdrawn, for then nothing could come any more. */
function Secret({ source, secret, newest }: { source: SecretsPartFragment; secret: SecretOfSource; newest: boolean }) {
  const { t } = useWords()
  const moment = useMoment()
  const [asking, ask] = useState(false)
  return (
    <>
      <span>{t(newest ? 'secrets.newest' : 'secrets.older')}</span>
      <span className="muted">{secret.expiresAt ? t('secrets.until', { at: moment(secret.expiresAt) }) : t('secrets.always')}</span>
      {source.secrets.length > 1 && (
        <button type="button" className="button small" onClick={() => ask(true)}>
          {t('secrets.withdraw')}
        </button>
      )}
      <Dialog title={t('secrets.withdrawTitle')} open={asking} onClose={() => ask(false)}>
        <Withdrawal source={source.id} secret={secret.id} onDone={() => ask(false)} />
      </Dialog>
    </>
  )
}

/** Asks first: nobody can bring a secret back. */
function Withdrawal({ source, secret, onDone }: { source: string; secret: string; onDone: () => void }) {
  const { t } = useWords()
  const { run, busy, problem } = useChange(WithdrawSecretDocument)
  const withdraw = async () => {
    if (!(await run({ source, secret }))) return
    onDone()
    focusSoon('secrets')
  }
  return (
    <>
      <p>{t('secrets.withdrawText')}</p>
      <Problem problem={problem} />
      <div className="row wrap">
        <button type="button" className="button primary" disabled={busy} onClick={withdraw}>
          {t('secrets.withdraw')}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t('cancel')}
        </button>
      </div>
    </>
  )
}

const day = 24 * 60 * 60
// How long the secrets that there are stay valid beside a new one, in seconds; null for as long as they are.
const overlaps = [
  { name: 'rotate.keep', seconds: null },
  { name: 'rotate.day', seconds: day },
  { name: 'rotate.week', seconds: 7 * day },
  { name: 'rotate.none', seconds: 0 },
] as const

/** Makes a new secret. It is shown until the page is left, and never again. */
function Rotation({ source }: { source: SecretsPartFragment }) {
  const { t } = useWords()
  const { run, busy, problem } = useChange(RotateSecretDocument)
  const [overlap, setOverlap] = useState(0)
  const [shown, show] = useState('')
  const rotate = async () => {
    const made = (await run({ source: source.id, keepOldFor: overlaps[overlap]?.seconds ?? null }))?.rotateSourceSecret
    if (made) show(inAddress(source.hookUrl) ? made.hookUrl : made.secret)
  }
  return (
    <>
      <Field label={t('rotate.overlap')}>
        {(control) => (
          <div className="row wrap">
            <select {...control} className="input narrow" value={overlap} onChange={(event) => setOverlap(Number(event.target.value))}>
              {overlaps.map(({ name }, at) => (
                <option key={name} value={at}>
                  {t(name)}
                </option>
              ))}
            </select>
            <button type="button" className="button" disabled={busy} onClick={rotate}>
              {t('lost.make')}
            </button>
          </div>
        )}
      </Field>
      <Problem problem={problem} />
      <div role="status">{shown && <Once text={shown} label={t(inAddress(source.hookUrl) ? 'address' : 'secret')} />}</div>
    </>
  )
}
