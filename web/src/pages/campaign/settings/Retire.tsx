import { useChange } from '../../../api/data.ts'
import { useViewer } from '../../../api/viewer.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { useUndo } from '../../../ui/Toast.tsx'
import type { SettingsCampaign } from './drafts.ts'
import { RestoreCampaignDocument, RetireCampaignDocument } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** Gives a campaign up. The page around this one takes it back. */
export function Retire({ campaign: { id, name, retired } }: { campaign: SettingsCampaign }) {
  const { t } = useWords()
  const undo = useUndo()
  const may = useViewer().may('ACCOUNT')
  const { run, busy, problem } = useChange(RetireCampaignDocument)
  const { run: restore } = useChange(RestoreCampaignDocument)
  const retire = async () => {
    if (await run({ id })) undo(t('retire.done', { campaign: name }), () => restore({ id }))
  }
  if (retired || !may) return null
  return (
    <section className="card" aria-labelledby="retire">
      <h2 id="retire">{t('retire.title')}</h2>
      <div className="stack">
        <p className="small muted">{t('retire.means')}</p>
        <Problem problem={problem} />
        <div className="row">
          <button type="button" className="button" disabled={busy} onClick={retire}>
            {t('retire')}
          </button>
        </div>
      </div>
    </section>
  )
}
