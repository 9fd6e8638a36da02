import { State, toneOf } from '../../../ui/State.tsx'
import { Text } from '../../../ui/Text.tsx'
import { Time } from '../../../ui/Time.tsx'
import type { DeliveryView, FollowUpView } from './types.ts'
import { useWords } from './words.ts'

/** What became of each mail at each recipient, step by step, in the words of the mail servers. */
export function Receipt({ followUp: { receipt } }: { followUp: FollowUpView }) {
  const { t } = useWords()
  return (
    <section className="card stack" aria-labelledby="delivery">
      <h2 id="delivery">{t('receipt.title')}</h2>
      {receipt.length === 0 && <p className="muted">{t('receipt.none')}</p>}
      {receipt.map((delivery) => (
        <Delivery key={delivery.id} delivery={delivery} />
      ))}
    </section>
  )
}

function Delivery({ delivery }: { delivery: DeliveryView }) {
  const { t } = useWords()
  const { recipient, state, mail, steps, nextAt, resend, replacedBy, reasons } = delivery
  return (
    <div className="delivery-box">
      <h3>
        <Text>{recipient.name || recipient.email}</Text> <State tone={toneOf(state)}>{t(`delivery.${state}`)}</State>
      </h3>
      <p className="small muted">
        {recipient.name && <Text>{recipient.email}</Text>}
        {mail.kind !== 'FIRST' && <span className="flag">{t(`mail.${mail.kind}`)}</span>}
      </p>
      <p className="small muted">{reasons.map(({ sentence }) => sentence).join(' · ')}</p>
      <ol className="timeline small">
        {steps.map((step) => (
          <li key={`${step.at} ${step.state} ${step.attempt}`} className={toneOf(step.state)}>
            <Time at={step.at} exact /> {t(`delivery.${step.state}`)}
            {step.attempt > 1 && <span className="muted"> {t('receipt.attempt', { count: step.attempt })}</span>}
            {step.words && (
              <span className="server-says">
                <Text>{step.words}</Text>
              </span>
            )}
          </li>
        ))}
        {nextAt && (
          <li className="next">
            {t('receipt.next')} <Time at={nextAt} />
          </li>
        )}
      </ol>
      {resend && <p className="small warning">{t('receipt.resend')}</p>}
      {replacedBy && <p className="small muted">{t('receipt.replaced')}</p>}
    </div>
  )
}
