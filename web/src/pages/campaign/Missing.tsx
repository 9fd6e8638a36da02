import { Link } from '@tanstack/react-router'
import type { Lack } from '../../api/lacks.ts'
import { useViewer } from '../../api/viewer.ts'
import { State } from '../../ui/State.tsx'
import { useWords } from './words.ts'

/** What a campaign lacks, each with what follows from that and the way to mend it. */
export function Missing({ campaign, lacks }: { campaign: string; lacks: readonly Lack[] }) {
  const { t } = useWords()
  return (
    <section className="card" aria-labelledby="missing">
      <h2 id="missing">{t('missing.title')}</h2>
      {lacks.length === 0 && <State tone="ok">{t('missing.nothing')}</State>}
      <ul className="missing">
        {lacks.map((lack) => (
          <li key={lack}>
            <div>
              <State tone="wait">{t(`missing.${lack}`)}</State>
              <p className="small muted">{t(`missingMeans.${lack}`)}</p>
            </div>
            <Mend campaign={campaign} lack={lack} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Mend({ campaign, lack }: { campaign: string; lack: Lack }) {
  const { t } = useWords()
  const viewer = useViewer()
  const here = { campaign }
  if (!viewer.may(lack === 'source' ? 'ACCOUNT' : 'CAMPAIGN')) return null
  if (lack === 'source')
    return (
      <Link className="button" to="/sources">
        {t('mend.source')}
      </Link>
    )
  if (lack === 'code')
    return (
      <Link className="button" to="/campaigns/$campaign/goals" params={here}>
        {t('mend.code')}
      </Link>
    )
  return (
    <Link className="button" to="/campaigns/$campaign/addresses" params={here}>
      {t('mend.standard')}
    </Link>
  )
}
