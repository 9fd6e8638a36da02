import { useState } from 'react'
import { useData } from '../../../api/data.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { MailFrame } from '../../../ui/MailFrame.tsx'
import { Text } from '../../../ui/Text.tsx'
import { visible } from '../../../ui/visible.ts'
import { MailDocument, type MailQuery } from './gql/graphql.ts'
import { sizeOf } from './size.ts'
import { useWords } from './words.ts'

const looks = ['light', 'dark', 'phone', 'plain', 'source'] as const
type Look = (typeof looks)[number]

type Shown = Extract<NonNullable<MailQuery['node']>, { content: object }>

const isMail = (node: MailQuery['node']): node is Shown => node !== null && 'content' in node

/** A mail as it is sent: as mail programs show it, and as it is. */
export default function Mail({ id }: { id: string }) {
  const { t } = useWords()
  const data = useData('followUps', MailDocument, { id })
  const [look, setLook] = useState<Look>('light')
  return (
    <Answer of={data}>
      {({ node }) =>
        isMail(node) ? (
          <div className="stack">
            <fieldset className="row wrap">
              <legend className="visually-hidden">{t('look')}</legend>
              {looks.map((one) => (
                <button key={one} type="button" className="button small" aria-pressed={look === one} onClick={() => setLook(one)}>
                  {t(`look.${one}`)}
                </button>
              ))}
            </fieldset>
            <Header mail={node} />
            <Body mail={node} look={look} />
            <Attachments mail={node} />
          </div>
        ) : null
      }
    </Answer>
  )
}

// What people ask about; all of the header is in the source.
const fields = ['From', 'To', 'Reply-To', 'Subject', 'Date', 'Message-ID']

function Header({ mail }: { mail: Shown }) {
  const header = mail.content.header.filter(({ name }) => fields.some((field) => field.toLowerCase() === name.toLowerCase()))
  return (
    <dl className="facts small">
      {header.map(({ name, value }) => (
        <div key={`${name} ${value}`}>
          <dt>{name}</dt>
          <dd>
            <Text>{value}</Text>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Body({ mail, look }: { mail: Shown; look: Look }) {
  const { t } = useWords()
  if (look === 'plain' || look === 'source') {
    const text = look === 'plain' ? mail.content.plain : mail.source
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by keys
      <section tabIndex={0} aria-label={t(`look.${look}`)} className="mail-text">
        <pre dir={look === 'plain' ? 'auto' : 'ltr'}>{visible(text)}</pre>
      </section>
    )
  }
  return <MailFrame html={mail.content.html} look={look} title={t('mail.frame')} />
}

function Attachments({ mail }: { mail: Shown }) {
  const { t, language } = useWords()
  const { attachments } = mail.content
  return (
    <p className="row wrap small">
      {attachments.map(({ name, size }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a mail never changes, and its parts have no other names of their own
        <a key={at} href={`mails/${mail.id}/attachments/${at + 1}`} download={name}>
          <Text>{name}</Text> ({sizeOf(size, language)})
        </a>
      ))}
      <a href={`mails/${mail.id}/source`} download>
        {t('mail.download')}
      </a>
    </p>
  )
}
