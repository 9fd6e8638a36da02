import { State } from '../../../ui/State.tsx'
import { chatsLostIn, InboxLink } from './InboxLink.tsx'
import { type CampaignTable, type Row, standard } from './table.ts'
import { useWords } from './words.ts'

/** What becomes of chats for which nobody stands in a row, and of how many that became true. */
export function Hole({ row, campaign }: { row: Row; campaign: CampaignTable }) {
  const { t } = useWords()
  const { unaddressed } = campaign.goalSettings
  const nowhere = row.id === standard || unaddressed === 'NOT_FORWARDED'
  return (
    <p className="hole small">
      {nowhere ? <State tone="bad">{t(row.id === standard ? 'hole.standard' : 'hole.nobody')}</State> : <span>{t('hole.toStandard')}</span>}
      {row.lost > 0 && <InboxLink meant={chatsLostIn(campaign.id, row)}>{t('hole.lost', { count: row.lost })}</InboxLink>}
    </p>
  )
}
