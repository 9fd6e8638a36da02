import { useState } from 'react'
import { Refusal } from '../../../api/client.ts'
import { useChange } from '../../../api/data.ts'
import { wrongWith } from '../../../ui/problem.ts'
import { useUndo } from '../../../ui/Toast.tsx'
import { asInput } from './draft.ts'
import { RestoreAddressesDocument, SaveAddressesDocument } from './gql/graphql.ts'
import { standard } from './table.ts'
import type { Desk } from './useDraft.ts'
import { useWords } from './words.ts'

/** The way to make the draft the table. */
export interface Publishing {
  /** Whether it was done. */
  publish(comment: string): Promise<boolean>
  busy: boolean
  /** What went wrong that belongs to no row and not to the comment. */
  problem: Error | null
  comment: string
  /** Why it could not be undone. */
  undoProblem: Error | null
  /** What is wrong with the lists, by row, for as long as they are as they were tried. */
  rows: ReadonlyMap<string, string>
}

/** Publishes a draft as the next version, and offers to undo that. `onStale` is told that somebody else was quicker. */
export function usePublish(desk: Desk, onStale: () => void): Publishing {
  const { t } = useWords()
  const save = useChange(SaveAddressesDocument)
  const restore = useChange(RestoreAddressesDocument)
  const offerUndo = useUndo()
  const campaign = desk.campaign.id
  const before = desk.campaign.followUpAddresses
  const input = asInput(desk.draft, desk.rows)
  const [tried, setTried] = useState(input)
  const undo = (version: number) => {
    if (before.version > 0) return restore.run({ campaign, version: before.version, expectedVersion: version })
    return save.run({ campaign, version, standard: '', codes: input.codes.map(({ code }) => ({ code, addresses: '' })) })
  }
  const publish = async (comment: string) => {
    setTried(input)
    const done = await save.run({ campaign, version: before.version, comment, ...input })
    if (!done) {
      onStale()
      return false
    }
    const { version } = done.saveFollowUpAddresses?.followUpAddresses ?? { version: before.version + 1 }
    desk.drop()
    offerUndo(t('published', { version }), () => undo(version))
    return true
  }
  const now = new Map(input.codes.map(({ code, addresses }) => [code, addresses]))
  const wrong = (field: string, same: boolean) => (same ? wrongWith(save.problem, field) : '')
  const rows = new Map([
    [standard, wrong('input.standard', tried.standard === input.standard)],
    ...tried.codes.map(({ code, addresses }, at) => [code, wrong(`input.codes[${at}].addresses`, now.get(code) === addresses)] as const),
  ])
  const comment = wrongWith(save.problem, 'input.comment')
  return { publish, busy: save.busy, problem: elsewhere(save.problem), comment, undoProblem: restore.problem, rows }
}

/** What is wrong that is not shown beside a row or the comment. */
function elsewhere(problem: Error | null): Error | null {
  if (!(problem instanceof Refusal)) return problem
  return problem.all.find(({ field }) => !/^input\.(standard|comment|codes\[\d+\]\.addresses)$/.test(field)) ?? null
}
