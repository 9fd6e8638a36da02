import { useChange } from '../../api/data.ts'
import { focusSoon } from '../../ui/focus.ts'
import { Problem } from '../../ui/Problem.tsx'
import { State } from '../../ui/State.tsx'
import { Text } from '../../ui/Text.tsx'
import { Time } from '../../ui/Time.tsx'
import { browserName } from './browser.ts'
import { EndSessionDocument, type SessionRowFragment } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** Where somebody is signed in. */
export function Sessions({ sessions }: { sessions: readonly SessionRowFragment[] }) {
  const { t } = useWords()
  return (
    <section className="card stack" aria-labelledby="sessions">
      <h2 id="sessions" tabIndex={-1}>
        {t('sessions.title')}
      </h2>
      <p className="muted">{t('sessions.text')}</p>
      <ul className="sessions">
        {sessions.map((session) => (
          <li key={session.id}>
            <Session session={session} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Session({ session: { id, browser, network, createdAt, seenAt, current, source } }: { session: SessionRowFragment }) {
  const { t } = useWords()
  const { run, busy, problem } = useChange(EndSessionDocument)
  const end = async () => {
    if (await run({ id })) focusSoon('sessions')
  }
  return (
    <div className="session">
      <div>
        <p title={browser}>
          <Text>{browserName(browser) || t('sessions.unknown')}</Text>
          {source && (
            <>
              {' · '}
              {t('sessions.window')} <Text>{source.name}</Text>
            </>
          )}
        </p>
        <p className="small muted">
          {network && `${network} · `}
          {t('sessions.since')} <Time at={createdAt} /> · {t('sessions.seen')} <Time at={seenAt} />
        </p>
        <Problem problem={problem} />
      </div>
      {current ? (
        <State tone="ok">{t('sessions.current')}</State>
      ) : (
        <button type="button" className="button small" disabled={busy} onClick={end}>
          {t('sessions.end')}
        </button>
      )}
    </div>
  )
}
