import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dayAfter, type FollowUpsMeant, linkTo } from '../../../api/followups.ts'
import { type Row, standard } from './table.ts'

/** Leads to the follow-ups that a number counts, in a tab of its own: a draft stays where it is. */
export function InboxLink({ meant, children }: { meant: FollowUpsMeant; children: ReactNode }) {
  return (
    <Link to="/follow-ups" search={linkTo(meant)} target="_blank" rel="noopener">
      {children}
    </Link>
  )
}

/** The chats of the last 30 days that went to nobody because nobody stands in a row. */
export const chatsLostIn = (campaign: string, { id }: Row, today = new Date().toISOString().slice(0, 10)): FollowUpsMeant => ({
  campaigns: [campaign],
  states: ['NOT_FORWARDED'],
  days: { first: dayAfter(today, -30), last: dayAfter(today, 1) },
  ...(id === standard ? { reasons: ['standard_empty'] } : { codes: [id] }),
})

/** The follow-ups that were mailed to an address, whatever became of them. */
export const mailedTo = (campaign: string, address: string): FollowUpsMeant => ({ campaigns: [campaign], addresses: [address] })

/** Those of them that failed. */
export const failedAt = (campaign: string, address: string): FollowUpsMeant => ({
  ...mailedTo(campaign, address),
  states: ['FAILED'],
})
