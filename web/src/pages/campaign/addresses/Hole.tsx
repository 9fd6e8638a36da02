import { State } from '../../../ui/State.tsx'
import { chatsLostIn, InboxLink } from './InboxLink.tsx'
import { type Row, standard } from './table.ts'
import type { Desk } from './useDraft.ts'
import { useWords } from './words.ts'

/** What becomes of chats for which nobody stands in a row, and of how many that became true. */
export function Hole({ row, desk }: { row: Row; desk: Desk }) {
  const { t } = useWords()
  const fate = fateOf(row, desk)
  return (
    <p className="hole small">
      {fate === 'hole.toStandard' ? <span>{t(fate)}</span> : <State tone="bad">{t(fate)}</State>}
      {row.lost > 0 && <InboxLink meant={chatsLostIn(desk.campaign.id, row)}>{t('hole.lost', { count: row.lost })}</InboxLink>}
    </p>
  )
}

function fateOf({ id }: Row, { campaign, rows, list }: Desk) {
  if (id === standard) return 'hole.standard'
  if (campaign.goalSettings.unaddressed === 'NOT_FORWARDED') return 'hole.nobody'
  const last = rows.find(({ id }) => id === standard)
  return last && list(last).length === 0 ? 'hole.emptyStandard' : 'hole.toStandard'
}
