import { useData } from '../../../api/data.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { Text } from '../../../ui/Text.tsx'
import { Time } from '../../../ui/Time.tsx'
import { visible } from '../../../ui/visible.ts'
import { SaidDocument } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** What was said in a chat, to see what came out of it. */
export default function Said({ id }: { id: string }) {
  const { t } = useWords()
  const data = useData('followUps', SaidDocument, { id })
  return (
    <Answer of={data}>
      {({ followUp }) => (
        <ol className="small said-short">
          {followUp?.chat.transcript.length === 0 && <li className="muted">{t('read.nothing')}</li>}
          {followUp?.chat.transcript.map(({ key, name, at, text, event }) => (
            <li key={key} className={event ? 'muted' : undefined}>
              <strong>
                <Text>{name}</Text>
              </strong>{' '}
              <span className="muted">
                <Time at={at} />
              </span>
              <p dir="auto">{visible(text)}</p>
            </li>
          ))}
        </ol>
      )}
    </Answer>
  )
}
