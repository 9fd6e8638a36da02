import { useChange } from '../../../api/data.ts'
import { useKeyFor } from '../../../api/useKeyFor.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { Text } from '../../../ui/Text.tsx'
import type { Acted, Part } from './Act.tsx'
import { SettleDocument, type Verdict } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** Asks what became of each mail whose answer was lost. */
export function Settle({ followUp, onDone }: Part) {
  const { t } = useWords()
  const uncertain = followUp.receipt.filter(({ state }) => state === 'UNCERTAIN')
  return (
    <div className="stack">
      <p>{uncertain.length > 0 ? t('settle.text') : t('settle.none')}</p>
      {uncertain.map((delivery) => (
        <Delivery key={delivery.id} delivery={delivery} onDone={uncertain.length > 1 ? () => {} : onDone} />
      ))}
    </div>
  )
}

function Delivery({ delivery: { id, recipient, words }, onDone }: { delivery: Acted['receipt'][number]; onDone(): void }) {
  const { t } = useWords()
  const { run, busy, problem } = useChange(SettleDocument)
  const keys = { SENT: useKeyFor(`${id} SENT`), SEND_AGAIN: useKeyFor(`${id} SEND_AGAIN`) }
  const settle = async (verdict: Verdict) => {
    if (await run({ delivery: id, verdict, idempotencyKey: keys[verdict] })) onDone()
  }
  return (
    <div className="stack">
      <Problem problem={problem} />
      <p>
        <strong>
          <Text>{recipient.email}</Text>
        </strong>
        <br />
        <span className="small muted">
          <Text>{words}</Text>
        </span>
      </p>
      <div className="row wrap">
        <button type="button" className="button" disabled={busy} onClick={() => settle('SENT')}>
          {t('settle.sent')}
        </button>
        <button type="button" className="button" disabled={busy} onClick={() => settle('SEND_AGAIN')}>
          {t('settle.again')}
        </button>
      </div>
    </div>
  )
}
