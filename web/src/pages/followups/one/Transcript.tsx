import { type Marks, pieces } from '../../../ui/covers.ts'
import { Text } from '../../../ui/Text.tsx'
import { Time } from '../../../ui/Time.tsx'
import { visible } from '../../../ui/visible.ts'
import { Files } from './Files.tsx'
import type { FollowUpView, MessageView } from './types.ts'
import { useWords } from './words.ts'

/** What was said, with what the mail begins with, and what it must not show. */
export function Transcript({ followUp }: { followUp: FollowUpView }) {
  const { t } = useWords()
  const { chat, submission, suggestedCovers, state } = followUp
  const marks: Marks = { covered: submission.covered, lifted: submission.lifted, suggested: suggestedCovers }
  return (
    <section className="card transcript-card" aria-labelledby="transcript">
      <h2 id="transcript">{t('transcript.title')}</h2>
      {chat.partial && <p className="notice">{t('transcript.partial')}</p>}
      {chat.transcript.length === 0 && (
        <p className="muted">{t(state === 'AWAITING_TRANSCRIPT' ? 'transcript.fetched' : 'transcript.empty')}</p>
      )}
      <ol className="said">
        {chat.transcript.map((message) => (
          <Line key={message.key} message={message} marks={marks} starred={submission.starred.includes(message.key)} />
        ))}
      </ol>
    </section>
  )
}

function Line({ message, marks, starred }: { message: MessageView; marks: Marks; starred: boolean }) {
  const { t } = useWords()
  const sort = message.event ? 'event' : message.private ? 'private' : message.role.toLowerCase()
  return (
    <li className={`said-line ${sort}`}>
      <p className="small muted">
        {starred && (
          <span className="said-star" role="img" aria-label={t('transcript.starred')} title={t('transcript.starred')}>
            ★
          </span>
        )}{' '}
        <strong>
          <Text>{message.name || t(`role.${message.role}`)}</Text>
        </strong>{' '}
        <Time at={message.at} />
        {message.private && <span className="flag">{t('transcript.private')}</span>}
      </p>
      {message.text && (
        <p className="said-text" dir="auto">
          <Said message={message} marks={marks} />
        </p>
      )}
      <Files files={message.files} />
    </li>
  )
}

function Said({ message, marks }: { message: MessageView; marks: Marks }) {
  const { t } = useWords()
  return pieces(message.key, message.text, marks).map(({ start, text, cover }) =>
    cover === 'covered' || cover === 'suggested' ? (
      <mark key={start} className="said-covered" title={t('transcript.covered')}>
        {visible(text)}
      </mark>
    ) : (
      visible(text)
    ),
  )
}
