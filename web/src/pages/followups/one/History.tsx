import { Text } from '../../../ui/Text.tsx'
import { Time } from '../../../ui/Time.tsx'
import type { FollowUpView } from './types.ts'
import { messages, useWords } from './words.ts'

/** Who did what to it. */
export function History({ history }: Pick<FollowUpView, 'history'>) {
  const { t } = useWords()
  if (history.length === 0) return null
  return (
    <section className="card history" aria-labelledby="history">
      <h2 id="history">{t('history.title')}</h2>
      <ol className="small">
        {history.map(({ id, at, action, detail, actor }) => (
          <li key={id}>
            <Time at={at} exact /> <Text>{actor.name || t(`actor.${actor.kind}`)}</Text>: {doneIn(action, t)}{' '}
            {detail && (
              <span className="muted">
                <Text>{detail}</Text>
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What was done, in words; or the action's own name where there are none for it. */
function doneIn(action: string, t: ReturnType<typeof useWords>['t']): string {
  const key = `done.${action}` as keyof typeof messages.english
  return Object.hasOwn(messages.english, key) ? t(key) : action
}
