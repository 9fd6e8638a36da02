import { useData } from '../../../api/data.ts'
import { serverLanguage } from '../../../api/language.ts'
import { Text } from '../../../ui/Text.tsx'
import { NowDocument } from './gql/graphql.ts'
import type { DecisionView, FollowUpView } from './types.ts'
import { useWords } from './words.ts'

/** Who gets it and why, as it was decided; and what the table would decide today, where that is something else. */
export function Why({ followUp }: { followUp: FollowUpView }) {
  const { t } = useWords()
  const { decision, chat, codes } = followUp
  const given = decision?.codes.map(({ label }) => label) ?? (codes.length > 0 ? codes : chat.codes)
  return (
    <section className="card stack" aria-labelledby="why">
      <h2 id="why">{t('why.title')}</h2>
      {given.length > 0 && (
        <ul className="chips" aria-label={t('why.codes')}>
          {given.map((label) => (
            <li className="chip" key={label}>
              <Text>{label}</Text>
            </li>
          ))}
        </ul>
      )}
      <Verdicts codes={decision?.codes ?? []} />
      {decision ? <Recipients decision={decision} /> : <p className="muted">{t('why.undecided')}</p>}
      <Today followUp={followUp} codes={given} />
    </section>
  )
}

type Parts = Pick<DecisionView, 'recipients' | 'notForwarded'>

function Recipients({ decision: { recipients, notForwarded } }: { decision: Parts }) {
  const { t } = useWords()
  if (recipients.length === 0) return <p>{notForwarded ? t(`nobody.${notForwarded}`) : t('nobody')}</p>
  return (
    <ul className="why-list">
      {recipients.map(({ address, reasons }) => (
        <li key={address.email}>
          <span>
            {address.name && (
              <strong>
                <Text>{address.name}</Text>{' '}
              </strong>
            )}
            <Text>{address.email}</Text>
          </span>
          <span className="small muted">{reasons.map(({ sentence }) => sentence).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}

/** Codes that led nowhere. */
function Verdicts({ codes }: Pick<DecisionView, 'codes'>) {
  const { t } = useWords()
  return codes.map(({ label, outcome }) =>
    outcome === 'ROUTED' ? null : (
      <p key={label} className="small warning">
        <Text>{label}</Text>: {t(`verdict.${outcome}`)}
      </p>
    ),
  )
}

function Today({ followUp, codes }: { followUp: FollowUpView; codes: readonly string[] }) {
  const { t, language } = useWords()
  const { campaign, submission, decision } = followUp
  const extraAddresses = submission.extraAddresses.map(({ email }) => email).join('; ')
  const now = useData('account', NowDocument, {
    input: { campaign: campaign.id, codes: [...codes], extraAddresses },
    language: serverLanguage(language),
  })
  const today = now.data?.simulateRouting
  if (!today || (decision && sameAddresses(decision, today))) return null
  return (
    <details className="today" open={!decision}>
      <summary>{t(decision ? 'why.different' : 'why.would')}</summary>
      <Recipients decision={today} />
    </details>
  )
}

const sameAddresses = (a: Parts, b: Parts) => emailsOf(a) === emailsOf(b)
const emailsOf = ({ recipients }: Parts) =>
  recipients
    .map(({ address }) => address.email.toLowerCase())
    .sort()
    .join()
