import { createContext, useContext } from 'react'
import type { GoalsQuery } from './gql/graphql.ts'
import type { Group } from './order.ts'

export type GoalsCampaign = NonNullable<GoalsQuery['campaign']>
export type Goal = GoalsCampaign['goals'][number]
export type Code = GoalsCampaign['successCodes'][number]

/** A code as somebody types it; a new one has no id yet. */
export interface CodeDraft {
  id: string
  label: string
  hint: string
  color: string
  hotKey: string
  goal: string
}

/** What can be open to be typed in: a code, or a goal's name; a new goal has no id yet. One at a time. */
export type Open = { code: CodeDraft } | { goal: string } | null

/** What all parts of the page know. */
export interface Board {
  campaign: GoalsCampaign
  groups: readonly Group<Code>[]
  /** Whether the viewer may change anything. */
  may: boolean
  /** How many chats of the last 30 days had a code, by its id; undefined where that is not known. */
  used: ReadonlyMap<string, number> | undefined
  days: { first: string; last: string }
  open: Open
  setOpen(open: Open): void
}

export const BoardContext = createContext<Board | null>(null)

export function useBoard(): Board {
  const board = useContext(BoardContext)
  if (!board) throw new Error('there is no board around this')
  return board
}

/** The code as somebody begins to change it. */
export const draftOf = ({ id, label, hint, color, hotKey, goal }: Code): CodeDraft => ({
  id,
  label,
  hint,
  color,
  hotKey,
  goal: goal?.id ?? '',
})

/** A code that is to be made for a goal. */
export const newDraft = (goal: string): CodeDraft => ({ id: '', label: '', hint: '', color: '', hotKey: '', goal })

/** The codes that operators see, in their order, with what is being typed. */
export function codesSeen({ campaign, open }: Pick<Board, 'campaign' | 'open'>): CodeDraft[] {
  const drafts = campaign.successCodes.filter(({ retired }) => !retired).map(draftOf)
  const draft = open && 'code' in open ? open.code : undefined
  if (!draft) return drafts
  return draft.id === '' ? [...drafts, draft] : drafts.map((code) => (code.id === draft.id ? draft : code))
}

/** The other code in use that has this one's label, whatever the case of its letters; retired ones keep theirs, too. */
export const sameLabel = (draft: CodeDraft, codes: readonly Code[]) =>
  codes.find(({ id, label }) => id !== draft.id && label.trim().toLowerCase() === draft.label.trim().toLowerCase())

/** The other code in use that has this one's key. */
export const sameKey = (draft: CodeDraft, codes: readonly Code[]) =>
  codes.find(({ id, hotKey, retired }) => !retired && id !== draft.id && draft.hotKey !== '' && hotKey === draft.hotKey)
