import { createContext, useContext } from 'react'
import type { SettingsQuery } from './gql/graphql.ts'
import { unsent } from './unsent.ts'

export type SettingsCampaign = NonNullable<SettingsQuery['campaign']>

/** What is saved, by the sections of the page. */
export function savedOf({ name, timeZone, coverNumbers, goalSettings, sendingLimits }: Omit<SettingsCampaign, 'id' | 'retired'>) {
  const { mode, timeLimit, undoDelay, unaddressed } = goalSettings
  const { mailLimit, operatorLimit } = sendingLimits
  return {
    name: { name, timeZone },
    sending: { mode, timeLimit, undoDelay, unaddressed },
    cover: { coverNumbers },
    limits: { mailLimit, operatorLimit },
  }
}

type Saved = ReturnType<typeof savedOf>

/** A section, by its name. */
export type SectionName = keyof Saved

/** What somebody typed into the sections. */
export type Drafts = { [Name in SectionName]?: Partial<Saved[Name]> }

/** The part of what is typed that differs from what is saved. */
export function changesIn<Values extends object>(typed: Partial<Values>, saved: Values): Partial<Values> {
  const changed = (Object.keys(typed) as (keyof Values)[]).filter((key) => typed[key] !== saved[key])
  return Object.fromEntries(changed.map((key) => [key, typed[key]])) as Partial<Values>
}

/** Whether anything is typed that is not saved. */
export function isUnsaved(drafts: Drafts, saved: Saved): boolean {
  return (Object.keys(drafts) as SectionName[]).some((name) => Object.keys(changesIn<object>(drafts[name] ?? {}, saved[name])).length > 0)
}

/** What all sections know. */
interface Desk {
  saved: Saved
  drafts: Drafts
  change(to: (drafts: Drafts) => Drafts): void
}

export const DeskContext = createContext<Desk | null>(null)

/** What is typed into a section, over what is saved. */
export interface Typed<Values> {
  values: Values
  /** What would be saved: only what differs, so that what others change meanwhile stays. */
  changes: Partial<Values>
  /** What is saved of that now. */
  before: Partial<Values>
  set(part: Partial<Values>): void
  /** Forgets what was saved, unless it was typed otherwise meanwhile. */
  saved(changes: Partial<Values>): void
  /** Forgets what was typed. */
  reset(): void
}

/** Keeps what somebody types into a section while what is saved may change under it. */
export function useTyped<Name extends SectionName>(name: Name): Typed<Saved[Name]> {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('there are no drafts around this')
  const saved = desk.saved[name]
  const typed: Partial<Saved[Name]> = desk.drafts[name] ?? {}
  const changes = changesIn<Saved[Name]>(typed, saved)
  const before = Object.fromEntries(Object.keys(changes).map((key) => [key, saved[key as keyof typeof saved]]))
  return {
    values: { ...saved, ...typed },
    changes,
    before: before as Partial<Saved[Name]>,
    set: (part) => desk.change((drafts) => ({ ...drafts, [name]: { ...drafts[name], ...part } })),
    saved: (changes) => desk.change((drafts) => ({ ...drafts, [name]: unsent<Saved[Name]>(drafts[name] ?? {}, changes) })),
    reset: () => desk.change((drafts) => ({ ...drafts, [name]: {} })),
  }
}
