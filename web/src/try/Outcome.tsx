import { useEffect, useState } from 'react'
import { readChat, type Told } from './api.ts'
import type { Key } from './words.ts'
import { useWords } from './words.ts'

/** How often it is asked what came of the chat, in milliseconds. */
const glance = 500

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
  return <p role="status">{t(words[told.state] ?? 'try.holds')}</p>
}

/** What is said of states in which there is no mail yet, or never will be. */
const words: Record<string, Key> = {
  awaiting_code: 'try.waitsForCode',
  awaiting_ok: 'try.waitsForOK',
  not_forwarded: 'try.nobody',
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
