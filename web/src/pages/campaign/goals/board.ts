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

/** A goal's name as somebody types it, and as it was when they began; a new goal has no id yet. */
export interface NameDraft {
  goal: string
  name: string
  base: string
}

/** What can be open to be typed in, one at a time: a code, and as it was when somebody began; or a goal's name. */
export type Open = { code: CodeDraft; base: CodeDraft } | NameDraft | null

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
  /** Changes what is open, or closes it. */
  setOpen(open: Open): void
  /** Opens something else, once it was asked whether what is typed into what is open now may be lost. */
  begin(next: Open): void
}

export const BoardContext = createContext<Board | null>(null)

export function useBoard(): Board {
  const board = useContext(BoardContext)
  if (!board) throw new Error('there is no board around this')
  return board
}

/** A code as somebody can change it. */
export const draftOf = ({ id, label, hint, color, hotKey, goal }: Code): CodeDraft => ({
  id,
  label,
  hint,
  color,
  hotKey,
  goal: goal?.id ?? '',
})

/** Opens a code to be changed. */
export const opened = (code: CodeDraft): Open => ({ code, base: code })

/** Opens a goal's name to be changed; without a goal, that of a new one. */
export const named = (goal?: Goal): NameDraft => ({ goal: goal?.id ?? '', name: goal?.name ?? '', base: goal?.name ?? '' })

/** A code that is to be made for a goal. */
export const newDraft = (goal: string): CodeDraft => ({ id: '', label: '', hint: '', color: '', hotKey: '', goal })

/** What a draft changes of a code; and of what it was, the same part. What others change meanwhile is in neither. */
export function changesOf(code: CodeDraft, base: CodeDraft): { after: Partial<CodeDraft>; before: Partial<CodeDraft> } {
  const changed = (Object.keys(base) as (keyof CodeDraft)[]).filter((part) => code[part] !== base[part])
  const pick = (from: CodeDraft) => Object.fromEntries(changed.map((part) => [part, from[part]]))
  return { after: pick(code), before: pick(base) }
}

/** Whether something is typed that is not saved. What is no longer there to be changed is not asked about. */
export function isUnsaved({ goals, successCodes }: Pick<GoalsCampaign, 'goals' | 'successCodes'>, open: Open): boolean {
  if (!open) return false
  if ('goal' in open) return open.name !== open.base && (open.goal === '' || goals.some(({ id }) => id === open.goal))
  const { after } = changesOf(open.code, open.base)
  const there = open.code.id === '' || successCodes.some(({ id, retired }) => id === open.code.id && !retired)
  return there && Object.keys(after).length > 0
}

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
