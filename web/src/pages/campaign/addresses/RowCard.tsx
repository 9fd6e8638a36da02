import { AddressField } from './AddressField.tsx'
import { ChipText, HealthMark } from './Chip.tsx'
import { CopyRow } from './CopyRow.tsx'
import { Hole } from './Hole.tsx'
import { type Item, keyOf } from './list.ts'
import { fieldOf, type Health, type Row, standard } from './table.ts'
import type { Desk } from './useDraft.ts'
import { useWords } from './words.ts'

interface RowCardProps {
  row: Row
  desk: Desk
  mayEdit: boolean
  problems?: ReadonlyMap<string, string>
  onMend?(item: Item): void
}

/** Who gets chats with one code, or without one. */
export function RowCard({ row, desk, mayEdit, problems, onMend }: RowCardProps) {
  const { t } = useWords()
  const list = desk.list(row)
  const name = row.id === standard ? t('standard') : row.label
  const editable = mayEdit && !row.retired
  return (
    <li className={desk.changed.includes(row) ? 'address-row changed' : 'address-row'}>
      <div className="row-name">
        <RowName row={row} />
        {desk.changed.includes(row) && <span className="flag">{t('changed')}</span>}
      </div>
      <div className="row-list">
        {editable ? (
          <AddressField
            id={fieldOf(row)}
            label={name}
            campaign={desk.campaign.id}
            list={list}
            typed={desk.draft.typed[row.id] ?? ''}
            problem={problems?.get(row.id) ?? ''}
            health={desk.health}
            onList={(list) => desk.put(row, list)}
            onTyped={(text) => desk.type(row, text)}
            {...(onMend && { onMend })}
          />
        ) : (
          <ReadOnly list={list} health={desk.health} onMend={onMend} />
        )}
        {list.length === 0 && !row.retired && <Hole row={row} desk={desk} />}
      </div>
      <div className="row-tools">
        <CopyRow name={name} list={list} />
      </div>
    </li>
  )
}

/** What a row is for: the code as operators see it, or when standard is used. */
export function RowName({ row: { id, label, color, hint } }: { row: Row }) {
  const { t } = useWords()
  if (id === standard) {
    return (
      <>
        <strong>{t('standard')}</strong>
        <span className="small muted">{t('standard.hint')}</span>
      </>
    )
  }
  return (
    <>
      <strong>
        {color && <span className="code-color" style={{ background: color }} />}
        <bdi>{label}</bdi>
      </strong>
      {hint && <bdi className="small muted">{hint}</bdi>}
    </>
  )
}

interface ReadOnlyProps {
  list: readonly Item[]
  health: ReadonlyMap<string, Health>
  onMend: ((item: Item) => void) | undefined
}

function ReadOnly({ list, health, onMend }: ReadOnlyProps) {
  if (list.length === 0) return null
  return (
    <ul className="address-chips plain">
      {list.map((item) => (
        <li key={keyOf(item)} className="address-chip">
          <span className="chip-text">
            <ChipText item={item} />
          </span>
          <HealthMark health={health.get(keyOf(item))} item={item} {...(onMend && { onMend: () => onMend(item) })} />
        </li>
      ))}
    </ul>
  )
}
