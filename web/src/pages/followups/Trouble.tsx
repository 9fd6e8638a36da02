import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useViewer } from '../../api/viewer.ts'
import { Text } from '../../ui/Text.tsx'
import type { RowFragment } from './gql/graphql.ts'
import { troublesOf } from './recipients.ts'
import { useWords } from './words.ts'

const Act = lazy(() => import('./act/Act.tsx'))

/** What is wrong with a follow-up, in words, and the next step beside it. */
export function Trouble({ row }: { row: RowFragment }) {
  const { t } = useWords()
  const troubles = troublesOf(row)
  const sentence = row.reason || (row.decision?.notForwarded ? t(`nobody.${row.decision.notForwarded}`) : '')
  const speaks = ['FAILED', 'UNCERTAIN', 'HELD', 'NOT_FORWARDED'].includes(row.state) || sentence !== ''
  if (!speaks) return null
  return (
    <tr className={`inbox-trouble ${row.state.toLowerCase()}`}>
      <td colSpan={5}>
        <div className="trouble-line">
          <span className="small">
            {sentence && <span>{sentence} </span>}
            {troubles.map(({ id, recipient, words, state }) => (
              <span key={id} className="trouble-words">
                <Text>{recipient.email}</Text>: <Text>{words || t(`delivery.${state}`)}</Text>
              </span>
            ))}
          </span>
          <NextSteps row={row} />
        </div>
      </td>
    </tr>
  )
}

function NextSteps({ row }: { row: RowFragment }) {
  const { t } = useWords()
  const { may } = useViewer()
  const [act, setAct] = useState<'again' | 'settle' | 'release'>()
  const button = (what: 'again' | 'settle' | 'release') => (
    <button type="button" className="button small" onClick={() => setAct(what)}>
      {t(`step.${what}`)}
    </button>
  )
  const refused = row.state === 'FAILED' ? (troublesOf(row)[0]?.recipient.email ?? '') : ''
  const table = may('CAMPAIGN') && ['FAILED', 'NOT_FORWARDED'].includes(row.state)
  return (
    <span className="row wrap">
      {may('FOLLOW_UP') && row.state === 'FAILED' && button('again')}
      {may('FOLLOW_UP') && row.state === 'UNCERTAIN' && button('settle')}
      {may('FOLLOW_UP') && row.state === 'HELD' && button('release')}
      {table && (
        <Link
          className="button small"
          to="/campaigns/$campaign/addresses"
          params={{ campaign: row.campaign.id }}
          search={{ mend: refused }}
        >
          {t(row.state === 'FAILED' ? 'step.fix' : 'step.name')}
        </Link>
      )}
      {act && (
        <Suspense>
          <Act what={act} followUp={row.id} onClose={() => setAct(undefined)} />
        </Suspense>
      )}
    </span>
  )
}
