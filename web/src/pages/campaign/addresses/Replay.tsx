import { useData } from '../../../api/data.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { State } from '../../../ui/State.tsx'
import { Time } from '../../../ui/Time.tsx'
import { ChipText } from './Chip.tsx'
import { asInput } from './draft.ts'
import { ReplayDocument, type ReplayQuery } from './gql/graphql.ts'
import type { Desk } from './useDraft.ts'
import { useWords } from './words.ts'

type Replayed = ReplayQuery['replayRouting']

/** What the draft would have done with the chats of the last 30 days. */
export function Replay({ desk }: { desk: Desk }) {
  const { t } = useWords()
  const input = { campaign: desk.campaign.id, days: 30, table: asInput(desk.draft, desk.rows) }
  const replay = useData('account', ReplayDocument, { input })
  return (
    <section className="replay" aria-labelledby="replay">
      <h3 id="replay" className="label">
        {t('replay')}
      </h3>
      <Answer of={replay}>{({ replayRouting }) => <Result of={replayRouting} />}</Answer>
    </section>
  )
}

function Result({ of }: { of: Replayed }) {
  const { t, language } = useWords()
  const shown = (count: number) => new Intl.NumberFormat(language).format(count)
  const elsewhere = of.toOthers + of.toNobody + of.fromNobody
  if (of.chats === 0) return <p>{t('replay.none')}</p>
  if (elsewhere === 0) return <p role="status">{t('replay.same', { count: of.chats, chats: shown(of.chats) })}</p>
  return (
    <>
      <p role="status">
        <strong>{t('replay.result', { count: elsewhere, elsewhere: shown(elsewhere), chats: shown(of.chats) })}</strong>{' '}
        {of.cut && t('replay.cut')}
      </p>
      <ul className="replay-outcomes">
        {of.toOthers > 0 && <li>{t('replay.toOthers', { count: of.toOthers })}</li>}
        {of.fromNobody > 0 && (
          <li>
            <State tone="ok">{t('replay.fromNobody', { count: of.fromNobody })}</State>
          </li>
        )}
        {of.toNobody > 0 && (
          <li>
            <State tone="bad">{t('replay.toNobody', { count: of.toNobody })}</State>
          </li>
        )}
      </ul>
      <Winners addresses={of.addresses} />
      <Examples differences={of.differences} />
    </>
  )
}

/** Who would have got more, and who fewer. */
function Winners({ addresses }: { addresses: Replayed['addresses'] }) {
  const { t, language } = useWords()
  const shown = (count: number, sign: string) => (count > 0 ? `${sign}${new Intl.NumberFormat(language).format(count)}` : '')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <section className="table-box" aria-label={t('replay.addresses')} tabIndex={0}>
      <table className="table small">
        <thead>
          <tr>
            <th scope="col">{t('replay.address')}</th>
            <th scope="col" className="number">
              {t('replay.gained')}
            </th>
            <th scope="col" className="number">
              {t('replay.lost')}
            </th>
          </tr>
        </thead>
        <tbody>
          {addresses.map(({ address, gained, lost }) => (
            <tr key={address.email}>
              <th scope="row">
                <ChipText item={address} />
              </th>
              <td className="number">{shown(gained, '+')}</td>
              <td className="number">{shown(lost, '−')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The newest of the chats that would have gone elsewhere, each a link in a tab of its own: the draft stays. */
function Examples({ differences }: { differences: Replayed['differences'] }) {
  const { t } = useWords()
  const names = (decision: Replayed['differences'][number]['before']) =>
    decision.recipients.map(({ address }) => address.email).join(', ') || t('nobody')
  return (
    <details className="examples">
      <summary>{t('replay.examples', { count: differences.length })}</summary>
      <ul>
        {differences.map(({ followUp: { id, number, chat }, before, after }) => (
          <li key={id}>
            <a href={`follow-ups/${number}`} target="_blank" rel="noopener">
              #{number} <bdi>{chat.visitor.name || chat.visitor.email}</bdi>
            </a>{' '}
            <Time at={chat.closedAt} />
            <span className="small">
              <del>
                <bdi>{names(before)}</bdi>
              </del>{' '}
              <span aria-hidden="true">→</span>{' '}
              <ins>
                <bdi>{names(after)}</bdi>
              </ins>
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
