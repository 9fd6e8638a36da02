import { useData } from '../../../api/data.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ActDocument, type ActQuery } from './gql/graphql.ts'
import { Move } from './Move.tsx'
import { Release } from './Release.tsx'
import { SendAgain } from './SendAgain.tsx'
import { Settle } from './Settle.tsx'
import { useWords } from './words.ts'

/** What a person can do about a follow-up that leaves the house, or decides whether it does. */
export type What = 'again' | 'settle' | 'release' | 'move'

export type Acted = NonNullable<ActQuery['followUp']>

/** What the parts of the dialog are told. */
export interface Part {
  followUp: Acted
  onDone(): void
}

const parts = { again: SendAgain, settle: Settle, release: Release, move: Move }

/** Asks about one of these things, and says to whom mails go. */
export default function Act({ what, followUp: id, onClose }: { what: What; followUp: string; onClose(): void }) {
  const { t } = useWords()
  const data = useData('followUps', ActDocument, { id })
  const number = data.data?.followUp?.number ?? ''
  const Part = parts[what]
  return (
    <Dialog title={t(`title.${what}`, { number })} open onClose={onClose}>
      <Answer of={data}>{({ followUp }) => (followUp ? <Part followUp={followUp} onDone={onClose} /> : <p>{t('gone')}</p>)}</Answer>
    </Dialog>
  )
}
