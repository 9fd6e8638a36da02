import { useEffect, useState } from 'react'
import { useWords } from '../messages/Words.tsx'
import { readChat, type Told } from './api.ts'

/** How often it is asked what came of the chat, in milliseconds. */
const glance = 1500

/** What came of the chat that has ended, and where the mail can be read. */
export function Outcome({ conversation, outbox }: { conversation: string; outbox: boolean }) {
  const { t } = useWords()
  const told = useTold(conversation)
  if (told === undefined) return <p role="status">{t('try.holds')}</p>
  if (told.mails.length > 0)
    return (
      <div role="status">
        <p>{t(outbox ? 'try.mailed' : 'try.mailedElsewhere')}</p>
        <ul className="mails">
          {told.mails.map((mail) => (
            <li key={mail.page + mail.subject}>
              <a href={mail.page} target="_blank" rel="noreferrer">
                <bdi>{mail.subject}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </div>
    )
  const waits = told.state === 'awaiting_code' || told.state === 'awaiting_ok'
  return <p role="status">{t(waits ? 'try.waits' : told.state === 'not_forwarded' ? 'try.nobody' : 'try.holds')}</p>
}

/** Asks until it is known what came of the chat. */
function useTold(conversation: string): Told | undefined {
  const [told, setTold] = useState<Told>()
  useEffect(() => {
    const look = () => void readChat(conversation).then(setTold, () => {}) // and again in a moment
    look()
    const timer = setInterval(look, glance)
    return () => clearInterval(timer)
  }, [conversation])
  return told
}
