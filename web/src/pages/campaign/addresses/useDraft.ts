import { useMemo, useState } from 'react'
import {
  type Choice,
  changedRows,
  type Draft,
  disputedRows,
  isDraft,
  listIn,
  noDraft,
  replaced,
  settled,
  withList,
  withTyped,
} from './draft.ts'
import type { Item } from './list.ts'
import { type CampaignTable, type Health, healthOf, type Row, rowsOf } from './table.ts'

/** The table as it is on the page: as it is saved, and what is being made of it. */
export interface Desk {
  campaign: CampaignTable
  rows: readonly Row[]
  draft: Draft
  /** The rows that would be saved otherwise than they are. */
  changed: readonly Row[]
  /** The rows that somebody else has changed too. */
  disputed: readonly Row[]
  /** Whether leaving would lose something. */
  dirty: boolean
  health: ReadonlyMap<string, Health>
  /** The list of a row, as the draft has it. */
  list(row: Row): readonly Item[]
  put(row: Row, list: readonly Item[]): void
  /** All these rows at once. */
  putAll(lists: ReadonlyMap<string, readonly Item[]>): void
  type(row: Row, text: string): void
  replace(email: string, by: readonly Item[]): void
  settle(row: Row, choice: Choice): void
  /** Takes note that there is a newer version. */
  note(): void
  /** Drops the draft; what it gives takes that back. */
  drop(): () => void
}

/** Keeps the draft of a campaign's table. What is saved meanwhile, here or elsewhere, shows through where the draft changes nothing. */
export function useDraft(campaign: CampaignTable): Desk {
  const [draft, setDraft] = useState<Draft>(noDraft)
  const rows = useMemo(() => rowsOf(campaign), [campaign])
  const health = useMemo(() => healthOf(campaign.followUpAddresses), [campaign])
  const { version } = campaign.followUpAddresses
  const change = (next: (draft: Draft) => Draft) =>
    setDraft((draft) => {
      const changed = next(draft)
      return { ...changed, since: isDraft(draft, rows) ? draft.since : version }
    })
  return {
    campaign,
    rows,
    draft,
    health,
    changed: changedRows(draft, rows),
    disputed: disputedRows(draft, rows),
    dirty: isDraft(draft, rows),
    list: (row) => listIn(draft, row),
    put: (row, list) => change((draft) => withList(draft, row, list)),
    putAll: (lists) =>
      change((draft) => rows.reduce((draft, row) => (lists.has(row.id) ? withList(draft, row, lists.get(row.id) ?? []) : draft), draft)),
    type: (row, text) => change((draft) => withTyped(draft, row.id, text)),
    replace: (email, by) => change((draft) => replaced(draft, rows, email, by)),
    settle: (row, choice) => change((draft) => settled(draft, row, choice)),
    note: () => setDraft((draft) => ({ ...draft, since: version })),
    drop: () => {
      setDraft(noDraft)
      return () => setDraft(draft)
    },
  }
}
