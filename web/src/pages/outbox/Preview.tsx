import { useState } from 'react'
import { useData } from '../../api/data.ts'
import { Answer } from '../../ui/Answer.tsx'
import { MailFrame } from '../../ui/MailFrame.tsx'
import { visible } from '../../ui/visible.ts'
import { OutboxMailDocument, type OutboxMailQuery } from './gql/graphql.ts'
import { useWords } from './words.ts'

type Shown = Extract<NonNullable<OutboxMailQuery['node']>, { content: object }>

const isMail = (node: OutboxMailQuery['node']): node is Shown => node !== null && 'content' in node

const looks = ['light', 'dark', 'phone', 'plain'] as const
type Look = (typeof looks)[number]

/** A mail as it would arrive. */
export default function Preview({ id }: { id: string }) {
  const { t } = useWords()
  const data = useData('followUps', OutboxMailDocument, { id })
  const [look, setLook] = useState<Look>('light')
  return (
    <Answer of={data}>
      {({ node }) =>
        isMail(node) ? (
          <div className="stack">
            <fieldset className="row wrap looks">
              <legend className="visually-hidden">{t('look')}</legend>
              {looks.map((one) => (
                <button key={one} type="button" className="button small" aria-pressed={look === one} onClick={() => setLook(one)}>
                  {t(`look.${one}`)}
                </button>
              ))}
            </fieldset>
            {look === 'plain' ? (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by keys
              <section tabIndex={0} aria-label={t('look.plain')} className="outbox-plain">
                <pre dir="auto">{visible(node.content.plain)}</pre>
              </section>
            ) : (
              <MailFrame html={node.content.html} look={look} title={t('frame')} />
            )}
            <p className="small">
              <a href={`mails/${id}/source`} download>
                {t('source')}
              </a>
            </p>
          </div>
        ) : null
      }
    </Answer>
  )
}
