import type { FormEvent } from 'react'
import { dayAfter } from '../../../api/followups.ts'
import { Field } from '../../../ui/Field.tsx'
import type { FilterProps } from '../Filters.tsx'
import { recipientsOf } from '../recipients.ts'
import type { InboxSearch } from '../search.ts'
import { Choose } from './Choose.tsx'
import type { Campaigns } from './chips.ts'
import { useWords } from './words.ts'

/** The filters, each of which counts as soon as it is chosen. */
export default function FilterForm({ search, campaigns, rows, go }: FilterProps) {
  return (
    <div className="filter-grid">
      <Choices search={search} campaigns={campaigns} go={go} />
      <Typed name="operator" search={search} go={go} offers={rows.flatMap(({ chat }) => chat.operators.map(({ name }) => name))} />
      <Typed name="address" search={search} go={go} offers={rows.flatMap((row) => recipientsOf(row).map(({ email }) => email))} />
      <Period search={search} go={go} />
      <Marks search={search} go={go} />
    </div>
  )
}

function Choices({ search, campaigns, go }: Omit<FilterProps, 'rows'>) {
  const { t } = useWords()
  const chosen = search.campaign ?? []
  const meant = chosen.length > 0 ? campaigns.filter(({ id }) => chosen.includes(id)) : campaigns
  const groups = (items: (campaign: Campaigns[number]) => { id: string; name: string }[]) =>
    meant.map((campaign) => ({ name: campaign.name, items: items(campaign) }))
  return (
    <>
      {campaigns.length > 1 && (
        <Choose
          label={t('filters.campaign')}
          value={search.campaign}
          groups={[{ name: '', items: campaigns }]}
          onChoose={(campaign) => go({ campaign, code: [], goal: [] })}
        />
      )}
      <Choose
        label={t('filters.code')}
        value={search.code}
        groups={groups(({ successCodes }) => successCodes.map(({ id, label }) => ({ id, name: label })))}
        onChoose={(code) => go({ code })}
      />
      <Choose label={t('filters.goal')} value={search.goal} groups={groups(({ goals }) => goals)} onChoose={(goal) => go({ goal })} />
    </>
  )
}

interface TypedProps {
  name: 'operator' | 'address'
  search: InboxSearch
  offers: readonly string[]
  go(change: Partial<InboxSearch>): void
}

/** A name that is typed, and counts once it is whole. */
function Typed({ name, search, offers, go }: TypedProps) {
  const { t } = useWords()
  const add = (text: string) => {
    const value = name === 'operator' ? text.replace(/^~/, '~~') : text.toLowerCase()
    if (value !== '' && !search[name]?.includes(value)) go({ [name]: [...(search[name] ?? []), value] })
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const input = event.currentTarget.elements.namedItem(name) as HTMLInputElement
    add(input.value.trim())
    input.value = ''
  }
  return (
    <form onSubmit={submit} className="filter-typed">
      <Field label={t(`filters.${name}`)}>
        {(control) => (
          <div className="row">
            <input {...control} name={name} className="input" list={`offers-${name}`} autoComplete="off" dir="auto" />
            <button type="submit" className="button">
              {t('filters.add')}
            </button>
          </div>
        )}
      </Field>
      <datalist id={`offers-${name}`}>
        {[...new Set(offers)].map((offer) => (
          <option key={offer} value={offer} />
        ))}
      </datalist>
    </form>
  )
}

/** Days of the ledger, which are those of the campaigns' zones. */
function Period({ search, go }: Pick<FilterProps, 'search' | 'go'>) {
  const { t } = useWords()
  const today = new Intl.DateTimeFormat('sv').format(new Date())
  return (
    <fieldset className="field period">
      <legend className="label">{t('filters.period')}</legend>
      <div className="row wrap">
        {([1, 7, 30] as const).map((days) => (
          <button key={days} type="button" className="button small" onClick={() => go({ from: dayAfter(today, 1 - days), to: today })}>
            {t(days === 1 ? 'filters.today' : 'filters.days', { count: days })}
          </button>
        ))}
      </div>
      <div className="row wrap">
        {(['from', 'to'] as const).map((end) => (
          <label key={end} className="day">
            <span>{t(`filters.${end}`)}</span>
            <input type="date" className="input" value={search[end] ?? ''} onChange={(event) => go({ [end]: event.target.value })} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Marks({ search, go }: Pick<FilterProps, 'search' | 'go'>) {
  const { t } = useWords()
  const box = (name: 'urgent' | 'late' | 'coded', said: 'yes' | 'no', label: string) => (
    <label className="check">
      <input type="checkbox" checked={search[name] === said} onChange={(event) => go({ [name]: event.target.checked ? said : '' })} />
      {label}
    </label>
  )
  return (
    <fieldset className="field">
      <legend className="label">{t('filters.only')}</legend>
      {box('urgent', 'yes', t('set.urgent'))}
      {box('late', 'yes', t('set.late'))}
      {box('coded', 'no', t('set.not.coded'))}
    </fieldset>
  )
}
