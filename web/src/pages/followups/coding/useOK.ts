import { useRef, useState } from 'react'
import { Refusal } from '../../../api/client.ts'
import { useAsk, useChange } from '../../../api/data.ts'
import { newKey } from '../../../api/key.ts'
import { useUndo } from '../../../ui/Toast.tsx'
import { GiveOkDocument, StandingDocument, type StandingQuery, TakeOkBackDocument } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** What somebody gives a follow-up. What is left out stays as it is. */
export interface Given {
  codes?: readonly string[]
  note?: string
  urgent?: boolean
}

/**
 * Gives a follow-up codes and the OK, and offers to take that back for as long as the campaign lets one. Whatever an operator wrote for it
 * stays, so nothing is given before that was read; where somebody else has pressed OK meanwhile, theirs holds.
 */
export function useOK(followUp: string) {
  const { t } = useWords()
  const undo = useUndo()
  const stand = useAsk(StandingDocument)
  const give = useChange(GiveOkDocument)
  const back = useChange(TakeOkBackDocument)
  const [stopped, setStopped] = useState<Error | null>(null)
  // The wish of which nobody knows whether it came true has its key still.
  const wish = useRef({ text: '', key: '' })
  const ok = async (given: Given): Promise<boolean> => {
    setStopped(null)
    let panel: StandingQuery['panel']
    try {
      panel = (await stand({ followUp })).panel
    } catch (problem) {
      setStopped(problem as Error)
      return false
    }
    if (panel.submittedAt) {
      setStopped(new Refusal(t('ok.submitted', { name: panel.submittedBy }), { code: 'CONFLICT' }))
      return false
    }
    const text = JSON.stringify(given)
    if (wish.current.text !== text) wish.current = { text, key: newKey() }
    const result = await give.run({
      followUp,
      codes: given.codes ? [...given.codes] : panel.submission.codes,
      extraAddresses: panel.submission.extraAddresses.map((address) => address.text).join('; '),
      note: given.note ?? panel.submission.note,
      urgent: given.urgent ?? panel.submission.urgent,
      version: panel.version,
      idempotencyKey: wish.current.key,
    })
    const done = result?.submitFollowUp
    if (!done) return false
    wish.current = { text: '', key: '' }
    const emails = done.decision?.recipients.map(({ address }) => address.email).join(', ')
    const said = t(emails ? 'ok.done' : 'ok.nobody', { number: done.followUp?.number ?? '', emails: emails ?? '' })
    if (done.sendsAt) undo(said, () => back.run({ followUp }))
    return true
  }
  return { ok, busy: give.busy, problem: stopped ?? give.problem ?? back.problem }
}
