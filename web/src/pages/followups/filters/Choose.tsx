import { Field } from '../../../ui/Field.tsx'
import { visible } from '../../../ui/visible.ts'
import { useWords } from './words.ts'

interface Props {
  label: string
  /** The ids that are chosen. Several of them can come from an address; here one is chosen. */
  value: readonly string[] | undefined
  groups: readonly { name: string; items: readonly { id: string; name: string }[] }[]
  onChoose(ids: string[]): void
}

/** Chooses one of some things that people made. */
export function Choose({ label, value = [], groups, onChoose }: Props) {
  const { t } = useWords()
  const full = groups.filter(({ items }) => items.length > 0)
  const options = (items: Props['groups'][number]['items']) =>
    items.map(({ id, name }) => (
      <option key={id} value={id}>
        {visible(name)}
      </option>
    ))
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          className="input"
          value={value.length === 1 ? value[0] : ''}
          onChange={(event) => onChoose(event.target.value ? [event.target.value] : [])}
        >
          <option value="">{t('filters.any')}</option>
          {full.length > 1
            ? full.map(({ name, items }) => (
                <optgroup key={name} label={visible(name)}>
                  {options(items)}
                </optgroup>
              ))
            : options(full[0]?.items ?? [])}
        </select>
      )}
    </Field>
  )
}
