import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { State, toneOf } from '../../ui/State.tsx'
import { Text } from '../../ui/Text.tsx'
import { Time } from '../../ui/Time.tsx'
import type { RowFragment } from './gql/graphql.ts'
import { RecipientList, Recipients } from './Recipients.tsx'
import { recipientsOf } from './recipients.ts'
import { Trouble } from './Trouble.tsx'
import { rememberOpened } from './useMarker.ts'
import { useWords } from './words.ts'

/** A follow-up in the inbox: its row, and below that what is wrong with it and who gets it, where somebody wants to know. */
export function Row({ row }: { row: RowFragment }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const more = useId()
  const recipients = recipientsOf(row)
  const { id, number, state, codes, chat, campaign, submission, late, sendsAt } = row
  return (
    <tbody data-of={id}>
      <tr className="inbox-row">
        <td className="cell-chat">
          <span className="row-number">#{number}</span>
          <span className="muted small">
            <Time at={chat.closedAt} />
          </span>
        </td>
        <td className="cell-visitor">
          <Link
            to="/follow-ups/$number"
            params={{ number: String(number) }}
            className="row-link"
            data-row={id}
            onClick={() => rememberOpened(id)}
          >
            <span className="visually-hidden">#{number} </span>
            <Text>{chat.visitor.name || chat.visitor.email || chat.visitor.phone || t('inbox.unnamed')}</Text>
          </Link>
          <span className="muted small">
            <Text>{chat.operators.map(({ name }) => name).join(', ')}</Text>
          </span>
        </td>
        <td className="cell-codes">
          <span className="chips">
            {codes.map((code) => (
              <span className="chip" key={code}>
                <Text>{code}</Text>
              </span>
            ))}
            {submission.urgent && <span className="flag">{t('inbox.urgent')}</span>}
            {late && <span className="flag">{t('inbox.late')}</span>}
          </span>
          <span className="muted small">
            <Text>{campaign.name}</Text>
          </span>
        </td>
        <td className="cell-to">
          <Recipients recipients={recipients} open={open} onOpen={setOpen} controls={more} />
        </td>
        <td className="cell-state">
          <State tone={toneOf(state)}>{t(`state.${state}`)}</State>
          {sendsAt && (
            <span className="muted small">
              {t('inbox.byItself')} <Time at={sendsAt} />
            </span>
          )}
        </td>
      </tr>
      <Trouble row={row} />
      {open && (
        <tr className="inbox-more" id={more}>
          <td colSpan={5}>
            <RecipientList recipients={recipients} />
          </td>
        </tr>
      )}
    </tbody>
  )
}
