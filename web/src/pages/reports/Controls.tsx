import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useData } from '../../api/data.ts'
import { ReportCampaignsDocument } from './gql/graphql.ts'
import type { Period } from './period.ts'
import { usualDays } from './search.ts'
import { useWords } from './words.ts'

/** Chooses the days and the campaign. */
export function Controls({ period }: { period: Period }) {
  const { t } = useWords()
  const search = useSearch({ from: '/reports' })
  const usual = search.from || search.to ? '' : search.days || '30'
  return (
    <div className="controls">
      <nav aria-label={t('period')} className="row wrap">
        {usualDays.map((days) => (
          <Link
            key={days}
            to="/reports"
            search={{ ...search, days: String(days), from: '', to: '' }}
            className="button"
            activeOptions={{ exact: true }}
            aria-current={usual === String(days) ? 'true' : undefined}
          >
            {t('period.days', { count: days })}
          </Link>
        ))}
      </nav>
      <Days key={`${period.first} ${period.last}`} period={period} />
      <Campaign />
    </div>
  )
}

/** The first day and the last one, typed. They count once both are: a day that is half typed is another day. */
function Days({ period }: { period: Period }) {
  const { t } = useWords()
  const search = useSearch({ from: '/reports' })
  const navigate = useNavigate({ from: '/reports' })
  const show = (form: FormData) => {
    const [from, to] = [String(form.get('from')), String(form.get('to'))]
    void navigate({ search: { ...search, days: '', from, to } })
  }
  return (
    <form
      className="row wrap"
      onSubmit={(event) => {
        event.preventDefault()
        show(new FormData(event.currentTarget))
      }}
    >
      <input className="input day" type="date" name="from" aria-label={t('period.from')} required defaultValue={period.first} />
      <span aria-hidden="true">–</span>
      <input className="input day" type="date" name="to" aria-label={t('period.to')} required defaultValue={period.last} />
      <button type="submit" className="button">
        {t('period.show')}
      </button>
    </form>
  )
}

function Campaign() {
  const { t } = useWords()
  const search = useSearch({ from: '/reports' })
  const navigate = useNavigate({ from: '/reports' })
  const campaigns = useData('account', ReportCampaignsDocument, {}).data?.campaigns ?? []
  if (campaigns.length < 2) return null
  return (
    <select
      className="input"
      aria-label={t('campaign')}
      value={search.campaign}
      onChange={(event) => void navigate({ search: { ...search, campaign: event.target.value } })}
    >
      <option value="">{t('campaign.all')}</option>
      {campaigns.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}
