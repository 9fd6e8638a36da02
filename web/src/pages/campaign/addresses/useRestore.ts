import { useChange } from '../../../api/data.ts'
import { useUndo } from '../../../ui/Toast.tsx'
import { RestoreAddressesDocument } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** The way back to an old version. */
export interface Restoring {
  restore(version: number): Promise<void>
  busy: boolean
  problem: Error | null
}

/** Restores an old version as the newest one, and offers to undo that. */
export function useRestore(campaign: string, newest: number): Restoring {
  const { t } = useWords()
  const change = useChange(RestoreAddressesDocument)
  const offerUndo = useUndo()
  const restore = async (version: number) => {
    const done = await change.run({ campaign, version, expectedVersion: newest })
    const now = done?.restoreFollowUpAddresses?.followUpAddresses.version
    if (now === undefined) return
    offerUndo(t('restored', { version }), () => change.run({ campaign, version: newest, expectedVersion: now }))
  }
  return { restore, busy: change.busy, problem: change.problem }
}
