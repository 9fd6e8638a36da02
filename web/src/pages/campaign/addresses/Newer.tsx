import { focusSoon } from '../../../ui/focus.ts'
import { State } from '../../../ui/State.tsx'
import { Time } from '../../../ui/Time.tsx'
import type { Choice } from './draft.ts'
import { listOf } from './draft.ts'
import { textOfList } from './list.ts'
import { fieldOf, type Row, standard } from './table.ts'
import type { Desk } from './useDraft.ts'
import { useWords } from './words.ts'

/** Says that somebody saved the table while this draft was being made, and settles the rows that both have changed. */
export function Newer({ desk }: { desk: Desk }) {
  const { t } = useWords()
  const { version, savedAt, savedBy } = desk.campaign.followUpAddresses
  const note = () => {
    desk.note()
    focusSoon('try-draft')
  }
  if (!desk.dirty || desk.draft.since === version) return null
  return (
    <section className="card newer" aria-label={t('newer.title')}>
      <div role="status">
        <State tone="wait">{t('newer.title')}</State>
        <p>
          {t('newer.by', { name: savedBy?.name ?? t('somebody'), version })} {savedAt && <Time at={savedAt} />}
        </p>
        <p className="muted">{t(desk.disputed.length > 0 ? 'newer.disputed' : 'newer.merged')}</p>
      </div>
      {desk.disputed.map((row) => (
        <Dispute key={row.id} row={row} desk={desk} />
      ))}
      {desk.disputed.length === 0 && (
        <button type="button" className="button small" onClick={note}>
          {t('newer.ok')}
        </button>
      )}
    </section>
  )
}

const choices: readonly Choice[] = ['mine', 'theirs', 'both']

function Dispute({ row, desk }: { row: Row; desk: Desk }) {
  const { t } = useWords()
  const change = desk.draft.changes[row.id]
  if (!change) return null
  const settle = (choice: Choice) => {
    desk.settle(row, choice)
    focusSoon(...desk.disputed.filter(({ id }) => id !== row.id).map(({ id }) => `mine-${id}`), 'try-draft', fieldOf(row))
  }
  return (
    <fieldset className="dispute">
      <legend>
        <bdi>{row.id === standard ? t('standard') : row.label}</bdi>
      </legend>
      {choices.map((choice) => (
        <button key={choice} id={`${choice}-${row.id}`} type="button" className="button dispute-choice" onClick={() => settle(choice)}>
          <span>{t(`choice.${choice}`)}</span>
          <bdi className="small muted">{textOfList(listOf(choice, row, change)) || t('nobody')}</bdi>
        </button>
      ))}
    </fieldset>
  )
}
