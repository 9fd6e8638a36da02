import { useState } from 'react'
import { HealthMark } from './Chip.tsx'
import { addressesIn } from './draft.ts'
import { Hole } from './Hole.tsx'
import { has, type Item, joined, keyOf, without } from './list.ts'
import { RowName } from './RowCard.tsx'
import { type Row, standard } from './table.ts'
import type { Desk } from './useDraft.ts'
import { useWords } from './words.ts'

/** How many addresses a matrix can have: more are a list. */
export const mostColumns = 8

interface MatrixProps {
  desk: Desk
  mayEdit: boolean
  onMend(item: Item): void
}

/** The same table as codes by addresses. An address that was in it stays a column while the matrix is shown. */
export function Matrix({ desk, mayEdit, onMend }: MatrixProps) {
  const { t } = useWords()
  const [shown] = useState(() => addressesIn(desk.draft, desk.rows))
  const columns = joined(shown, addressesIn(desk.draft, desk.rows))
  const rows = desk.rows.filter(({ retired }) => !retired)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <section className="table-box" aria-label={t('title')} tabIndex={0}>
      <table className="table matrix">
        <thead>
          <tr>
            <th scope="col">{t('matrix.code')}</th>
            {columns.map((item) => (
              <th key={keyOf(item)} scope="col" title={item.text}>
                <ColumnName item={item} />
                <HealthMark health={desk.health.get(keyOf(item))} item={item} onMend={() => onMend(item)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MatrixRow key={row.id} row={row} columns={columns} desk={desk} mayEdit={mayEdit} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** An address above its column: the name, or else what is before and after the @. */
function ColumnName({ item: { name, email } }: { item: Item }) {
  const at = email.lastIndexOf('@')
  return (
    <>
      <bdi className="column-name">{name || email.slice(0, at)}</bdi>
      <bdi className="column-host">{name ? email : email.slice(at)}</bdi>
    </>
  )
}

interface MatrixRowProps {
  row: Row
  columns: readonly Item[]
  desk: Desk
  mayEdit: boolean
}

function MatrixRow({ row, columns, desk, mayEdit }: MatrixRowProps) {
  const { t } = useWords()
  const list = desk.list(row)
  const name = row.id === standard ? t('standard') : row.label
  const toggle = (item: Item) => desk.put(row, has(list, item.email) ? without(list, item.email) : [...list, item])
  return (
    <tr className={row.id === standard ? 'standard' : undefined}>
      <th scope="row">
        <div className="row-name">
          <RowName row={row} />
          {list.length === 0 && <Hole row={row} desk={desk} />}
          {desk.changed.includes(row) && <span className="flag">{t('changed')}</span>}
        </div>
      </th>
      {columns.map((item) => (
        <td key={keyOf(item)}>
          <label className="cell">
            <input
              type="checkbox"
              checked={has(list, item.email)}
              disabled={!mayEdit}
              aria-label={t('matrix.cell', { row: name, address: item.name || item.email })}
              onChange={() => toggle(item)}
            />
          </label>
        </td>
      ))}
    </tr>
  )
}
