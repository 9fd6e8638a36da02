import { useState } from 'react'
import { useChange } from '../../../api/data.ts'
import { newKey } from '../../../api/key.ts'
import { useViewer } from '../../../api/viewer.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { MailFrame } from '../../../ui/MailFrame.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { wrongElsewhere, wrongWith } from '../../../ui/problem.ts'
import { State, type Tone } from '../../../ui/State.tsx'
import { Text } from '../../../ui/Text.tsx'
import { visible } from '../../../ui/visible.ts'
import { type PreviewMailInput, SendTestMailDocument, type SendTestMailMutation } from './gql/graphql.ts'
import { useWords } from './words.ts'

type Sent = NonNullable<SendTestMailMutation['sendTestMail']>['testMail']

interface TestMailProps {
  mail: PreviewMailInput
  /** The address of whoever is asking; empty where they have none. */
  me: string
  /** Whether it shows what a visitor said. */
  real: boolean
}

/** Sends the mail of the preview to somebody, and says what became of it. */
export function TestMail(props: TestMailProps) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  if (!useViewer().may('CAMPAIGN')) return null
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t('test.open')}
      </button>
      <Dialog title={t('test.title')} open={open} onClose={close}>
        <Sending {...props} onClose={close} />
      </Dialog>
    </>
  )
}

function Sending({ mail, me, real, onClose }: TestMailProps & { onClose(): void }) {
  const { t } = useWords()
  const [to, setTo] = useState(me)
  // A wish has one key, however often the button is pressed for it.
  const [key, setKey] = useState(newKey)
  const [sent, setSent] = useState<Sent>()
  const { run, busy, problem } = useChange(SendTestMailDocument)
  const send = async () => {
    setSent(undefined)
    const answer = await run({ mail, to, idempotencyKey: key })
    if (!answer?.sendTestMail) return
    setSent(answer.sendTestMail.testMail)
    setKey(newKey())
  }
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Field label={t('test.to')} hint={t('test.hint')} problem={wrongWith(problem, 'input.to')}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="email"
            autoComplete="email"
            value={to}
            onChange={(event) => {
              setTo(event.target.value)
              setKey(newKey())
            }}
          />
        )}
      </Field>
      {real && to.trim().toLowerCase() !== me.toLowerCase() && <p className="notice small">{t('test.real')}</p>}
      <Problem problem={wrongElsewhere(problem, ['input.to'])} />
      <div role="status">{sent && <Fate sent={sent} />}</div>
      <div className="row wrap">
        <button type="submit" className="button primary" disabled={busy || to.trim() === ''}>
          {t(busy ? 'test.busy' : sent ? 'test.again' : 'test.send')}
        </button>
        <button type="button" className="button quiet" onClick={onClose}>
          {t('test.close')}
        </button>
      </div>
    </form>
  )
}

const tones: Partial<Record<Sent['state'], Tone>> = { ACCEPTED: 'ok', FAILED: 'bad' }

/** What became of a test mail, in the words of the mail server, and the mail itself. */
function Fate({ sent: { state, words, transport, recipient, subject, content } }: { sent: Sent }) {
  const { t } = useWords()
  const settled = state === 'ACCEPTED' || state === 'FAILED' ? state : 'UNCERTAIN'
  const fate = settled === 'ACCEPTED' && transport === 'outbox' ? 'KEPT' : settled
  return (
    <>
      <p>
        <State tone={tones[state] ?? 'wait'}>{t(`fate.${fate}`, { to: recipient.email })}</State>
      </p>
      {words && fate !== 'KEPT' && (
        <p className="small muted">
          <Text>{words}</Text>
        </p>
      )}
      <details>
        <summary>
          <Text>{subject}</Text>
        </summary>
        <MailFrame html={content.html} look="light" title={visible(subject)} />
      </details>
    </>
  )
}
