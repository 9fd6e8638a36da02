import { useState } from 'react'
import { request } from '../api/client.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { visible } from '../ui/visible.ts'
import type { PanelView } from './api.ts'
import { PreviewDocument } from './gql/graphql.ts'
import { inWords } from './problem.ts'
import type { PanelState } from './store.ts'
import { useWords } from './words.ts'

/** The mail as it would be sent now, of what is saved. It is made while it is looked at only. */
export function Preview({ panel, saving, token }: { panel: PanelView; saving: PanelState['saving']; token: string }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const [plain, setPlain] = useState(false)
  const followUp = panel.followUp?.id
  const question = open && followUp && saving === 'saved' ? `${followUp} ${panel.version}` : null
  const { result, problem } = useAnswer(question, (signal) => request(PreviewDocument, { input: { followUp } }, { token, signal }), 100)
  const mail = result?.previewMail
  if (!followUp) return null
  return (
    <details className="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('preview.title')}</summary>
      <div className="more-body">
        {problem && (
          <p className="problem" role="alert">
            {inWords(problem, t)}
          </p>
        )}
        {!mail && !problem && <p className="muted">{t('panel.loading')}</p>}
        {mail && (
          <>
            <dl className="facts small">
              <dt>{t('preview.subject')}</dt>
              <dd dir="auto">{visible(mail.subject)}</dd>
              <dt>{t('preview.from')}</dt>
              <dd dir="auto">{visible(mail.from)}</dd>
              <dt>{t('preview.replyTo')}</dt>
              <dd dir="auto">{visible(mail.replyTo)}</dd>
            </dl>
            <div className="tabs">
              <button type="button" className="button small" aria-pressed={!plain} onClick={() => setPlain(false)}>
                {t('preview.html')}
              </button>
              <button type="button" className="button small" aria-pressed={plain} onClick={() => setPlain(true)}>
                {t('preview.plain')}
              </button>
            </div>
            {plain ? (
              <section className="mail" aria-label={t('preview.plain')}>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it */}
                <pre className="plain" dir="auto" tabIndex={0}>
                  {visible(mail.content.plain)}
                </pre>
              </section>
            ) : (
              <iframe className="mail" title={t('preview.title')} sandbox="" srcDoc={withoutSheets(mail.content.html)} />
            )}
          </>
        )}
      </div>
    </details>
  )
}

/** A mail without its style sheets, which only change it for dark screens, phones and Outlook, and which our policy refuses. */
const withoutSheets = (html: string) => html.replace(/<style[\s>][\s\S]*?<\/style>/gi, '')
