import { useNavigate, useSearch } from '@tanstack/react-router'
import { useData } from '../../../api/data.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { Differences, type RowDiff } from './Differences.tsx'
import { VersionDiffDocument, type VersionDiffQuery } from './gql/graphql.ts'
import type { ListDiff } from './list.ts'
import { versionOf } from './search.ts'
import { standard } from './table.ts'
import { type useWords as Use, useWords } from './words.ts'

const route = '/campaigns/$campaign/addresses'

/** What differs between two versions. Which ones is in the page's address; the newest and the one before unless it says otherwise. */
export function Compare({ campaign, newest }: { campaign: string; newest: number }) {
  const { t } = useWords()
  const search = useSearch({ from: route })
  const navigate = useNavigate({ from: route })
  const newer = versionOf(search.newer) ?? newest
  const older = versionOf(search.older) ?? Math.max(0, newer - 1)
  const diff = useData('account', VersionDiffDocument, { campaign, older, newer })
  const choose = (which: 'older' | 'newer', version: string) =>
    void navigate({ search: (search) => ({ ...search, [which]: version }), replace: true, resetScroll: false })
  const select = (which: 'older' | 'newer', value: number) => (
    <label className="compare-side">
      <span>{t(`compare.${which}`)}</span>
      <select className="input" value={value} onChange={(event) => choose(which, event.target.value)}>
        {Array.from({ length: newest + 1 }, (_, at) => newest - at).map((version) => (
          <option key={version} value={version}>
            {version === 0 ? t('version.zero') : t('version', { version })}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <section className="card compare" aria-labelledby="compare">
      <h2 id="compare">{t('compare')}</h2>
      <div className="row wrap">
        {select('older', older)}
        {select('newer', newer)}
      </div>
      <Answer of={diff}>{({ followUpAddressesDiff }) => <Result diff={followUpAddressesDiff} />}</Answer>
    </section>
  )
}

type Diff = VersionDiffQuery['followUpAddressesDiff']

function Result({ diff }: { diff: Diff }) {
  const { t } = useWords()
  const rows = diff ? rowsOf(diff, t) : []
  return <div role="status">{rows.length > 0 ? <Differences rows={rows} /> : <p className="muted">{t('compare.same')}</p>}</div>
}

function rowsOf({ standard: last, codes }: NonNullable<Diff>, t: ReturnType<typeof Use>['t']): RowDiff[] {
  const rows = codes.map(({ code, addresses, appeared, gone, retired }) => ({
    id: code.id,
    label: code.label,
    diff: addresses,
    note: appeared ? t('diff.appeared') : gone ? t('diff.gone') : retired ? t('diff.retired') : '',
  }))
  return isEmpty(last) ? rows : [...rows, { id: standard, label: '', diff: last }]
}

const isEmpty = ({ added, removed, renamed }: ListDiff) => added.length + removed.length + renamed.length === 0
