import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useId } from 'react'
import { Refusal } from '../../../api/client.ts'
import { useSpeech } from '../../../messages/Words.tsx'
import { MailFrame } from '../../../ui/MailFrame.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { State } from '../../../ui/State.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { Text } from '../../../ui/Text.tsx'
import { visible } from '../../../ui/visible.ts'
import type { Code } from './draft.ts'
import type { CampaignMailQuery, MailPreviewQuery } from './gql/graphql.ts'
import { madeUp, type View, views } from './search.ts'
import { useWords } from './words.ts'

type MailPreview = MailPreviewQuery['previewMail']

interface PreviewProps {
  chats: CampaignMailQuery['followUps']['nodes']
  /** The follow-up whose mail is shown. */
  chat: string
  code: Code | undefined
  preview: MailPreview | undefined
  problem: Error | undefined
  /** What can be done with it. */
  children: ReactNode
}

/** The mail as it would be sent now, with what is not saved yet. */
export function Preview({ chats, chat, code, preview, problem, children }: PreviewProps) {
  const { t } = useWords()
  const title = useId()
  const { view = 'html' } = useSearch({ from: '/campaigns/$campaign/mail' })
  return (
    <section className="mail-preview stack" aria-labelledby={title}>
      <div className="page-head">
        <h2 id={title}>{t('preview')}</h2>
        {children}
      </div>
      <Chats chats={chats} chat={chat} />
      {code && <p className="small muted">{t('preview.asIf', { code: code.label })}</p>}
      {isTyped(problem) ? (
        <p role="status" className="notice">
          {t('preview.stale')}
        </p>
      ) : (
        <Problem problem={problem} />
      )}
      {!preview && !problem && <Progress />}
      {preview && (
        <>
          <Envelope preview={preview} />
          <Views view={view} />
          <Content preview={preview} view={view} />
        </>
      )}
    </section>
  )
}

/** Whether a problem is one of what is typed, which is said beside it. */
const isTyped = (problem: Error | undefined) =>
  problem instanceof Refusal && problem.all.every(({ field }) => /^input\.(codeS|s)ettings/.test(field))

/** Chooses the chat: one of the last ones, or one that nobody had. */
function Chats({ chats, chat }: Pick<PreviewProps, 'chats' | 'chat'>) {
  const { t } = useWords()
  const { language } = useSpeech()
  const search = useSearch({ from: '/campaigns/$campaign/mail' })
  const navigate = useNavigate({ from: '/campaigns/$campaign/mail' })
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <select
      className="input"
      aria-label={t('preview.chat')}
      value={chat}
      onChange={(event) => void navigate({ search: { ...search, chat: event.target.value }, replace: true })}
    >
      {chats.map(({ id, number, chat: { visitor, closedAt } }) => (
        <option key={id} value={id}>
          {`#${number} · ${visible(visitor.name || visitor.email) || t('preview.nobody')} · ${when.format(new Date(closedAt))}`}
        </option>
      ))}
      {chat !== madeUp && !chats.some(({ id }) => id === chat) && <option value={chat}>{t('preview.other')}</option>}
      <option value={madeUp}>{t('preview.madeUp')}</option>
    </select>
  )
}

function Envelope({ preview: { subject, from, replyTo, decision } }: { preview: MailPreview }) {
  const { t } = useWords()
  const to = decision.recipients.map(({ address }) => address.email).join(', ')
  const lines = [
    { name: t('preview.subject'), value: subject },
    { name: t('preview.from'), value: from },
    { name: t('preview.to'), value: to || t('preview.toNobody') },
    { name: t('preview.replyTo'), value: replyTo },
  ]
  return (
    <dl className="mail-head">
      {lines.map(({ name, value }) => (
        <div key={name}>
          <dt className="muted">{name}</dt>
          <dd>
            <Text>{value}</Text>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Views({ view }: { view: View }) {
  const { t } = useWords()
  const search = useSearch({ from: '/campaigns/$campaign/mail' })
  return (
    <Tabs label={t('preview.views')}>
      {views.map((each) => (
        <Link
          key={each}
          from="/campaigns/$campaign/mail"
          to="."
          search={{ ...search, view: each }}
          replace
          resetScroll={false}
          activeOptions={{ exact: true }}
          aria-current={each === view ? 'page' : undefined}
        >
          {t(`view.${each}`)}
        </Link>
      ))}
    </Tabs>
  )
}

function Content({ preview: { content }, view }: { preview: MailPreview; view: View }) {
  const { t } = useWords()
  return (
    <>
      {view === 'plain' ? (
        <section className="mail-plain" aria-label={t('view.plain')}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it */}
          <pre dir="auto" tabIndex={0}>
            {visible(content.plain)}
          </pre>
        </section>
      ) : (
        <MailFrame html={content.html} look={view === 'html' ? 'light' : view} title={t('preview')} />
      )}
      <Size bytes={new TextEncoder().encode(view === 'plain' ? content.plain : content.html).length} />
    </>
  )
}

// Gmail cuts the HTML of a mail there, in bytes.
const gmailCuts = 102_000

function Size({ bytes }: { bytes: number }) {
  const { t } = useWords()
  const { language } = useSpeech()
  const size = (bytes: number) =>
    new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 }).format(bytes / 1000)
  const fits = bytes < gmailCuts
  return (
    <p className="small">
      <State tone={fits ? 'ok' : 'wait'}>{size(bytes)}</State>{' '}
      <span className="muted">{t(fits ? 'size.fits' : 'size.cut', { limit: size(gmailCuts) })}</span>
    </p>
  )
}
