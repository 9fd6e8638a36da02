import type { ReactNode } from 'react'
import { Copy } from '../../ui/Copy.tsx'
import { Once } from '../../ui/Once.tsx'
import { ApiForm } from './ApiForm.tsx'
import { Lost } from './Lost.tsx'
import { OwnSecret } from './OwnSecret.tsx'
import type { Connecting } from './SetUp.tsx'
import { inAddress, type Shown } from './secret.ts'
import { useWords } from './words.ts'

interface StepsProps {
  source: Connecting
  shown: Shown | undefined
  onShown: (shown: Shown) => void
}

/** What is to be done at the vendor, in its own words, one after the other. */
export function Steps(props: StepsProps) {
  switch (props.source.vendor) {
    case 'rocketchat':
      return <RocketChat {...props} />
    case 'chatwoot':
      return <Chatwoot {...props} />
    case 'postchat':
      return <OwnFormat {...props} />
    default:
      return <AnyVendor {...props} />
  }
}

function Step({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <li className="card">
      <h2>{title}</h2>
      <div className="stack">{children}</div>
    </li>
  )
}

/** The address that the vendor posts to. Where the secret is a part of it, it is whole only just after that was made. */
function Address({ source, shown, onShown }: StepsProps) {
  const { t } = useWords()
  if (!inAddress(source.hookUrl)) return <Copy text={source.hookUrl} label={t('address')} />
  if (shown) return <Once text={shown.hookUrl} label={t('address')} />
  return <Lost source={source} onShown={onShown} />
}

function SecretOnce({ source, shown, onShown }: StepsProps) {
  const { t } = useWords()
  return shown?.secret ? <Once text={shown.secret} label={t('secret')} /> : <Lost source={source} onShown={onShown} />
}

function RocketChat(props: StepsProps) {
  const { t } = useWords()
  return (
    <ol className="steps">
      <Step title={t('rocketchat.open')}>
        <p>{t('rocketchat.openText')}</p>
      </Step>
      <Step title={t('rocketchat.url')}>
        <Address {...props} />
      </Step>
      <Step title={t('rocketchat.token')}>
        <SecretOnce {...props} />
      </Step>
      <Step title={t('rocketchat.events')}>
        <p>{t('rocketchat.eventsText')}</p>
      </Step>
      <Step title={t('rocketchat.test')}>
        <p>{t('rocketchat.testText')}</p>
      </Step>
    </ol>
  )
}

function Chatwoot(props: StepsProps) {
  const { t } = useWords()
  return (
    <ol className="steps">
      <Step title={t('chatwoot.open')}>
        <p>{t('chatwoot.openText')}</p>
        <Address {...props} />
      </Step>
      <Step title={t('chatwoot.events')}>
        <p>{t('chatwoot.eventsText')}</p>
      </Step>
      <Step title={t('chatwoot.secret')}>
        <p>{t('chatwoot.secretText')}</p>
        <OwnSecret source={props.source.id} />
      </Step>
      <Step title={t('chatwoot.read')}>
        <p>{t('chatwoot.readText')}</p>
        <ApiForm source={props.source} />
      </Step>
      <Step title={t('chatwoot.test')}>
        <p>{t('chatwoot.testText')}</p>
        <p className="small muted">{t('chatwoot.private')}</p>
      </Step>
    </ol>
  )
}

// As small as one can be: docs/webhook.md has the whole format.
const smallest = `{
  "type": "chat.closed",
  "conversation": { "id": "conv-8841" },
  "closed_at": "2026-03-04T09:07:20Z",
  "codes": ["lead"],
  "transcript": [
    { "at": "2026-03-04T08:59:00Z", "role": "visitor", "text": "…" }
  ]
}`

function OwnFormat(props: StepsProps) {
  const { t } = useWords()
  return (
    <ol className="steps">
      <Step title={t('own.post')}>
        <Address {...props} />
        <pre className="mono sample">{smallest}</pre>
      </Step>
      <Step title={t('own.sign')}>
        <p>{t('own.signText')}</p>
        <p>
          <a href="https://www.standardwebhooks.com" target="_blank" rel="noreferrer noopener">
            {t('own.signLink')}
          </a>
        </p>
        <SecretOnce {...props} />
      </Step>
      <Step title={t('own.test')}>
        <p>{t('own.testText')}</p>
      </Step>
    </ol>
  )
}

/** For a vendor that the server learned from an extension. */
function AnyVendor(props: StepsProps) {
  const { t } = useWords()
  return (
    <ol className="steps">
      <Step title={t('other.post')}>
        <Address {...props} />
      </Step>
      {!inAddress(props.source.hookUrl) && (
        <Step title={t('other.secret')}>
          <SecretOnce {...props} />
        </Step>
      )}
      {props.source.keepsTranscripts && (
        <Step title={t('other.read')}>
          <ApiForm source={props.source} />
        </Step>
      )}
    </ol>
  )
}
