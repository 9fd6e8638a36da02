import { useId } from 'react'
import { useChange } from '../../../api/data.ts'
import { type SettingsCampaign, useTyped } from './drafts.ts'
import { ChangeCampaignDocument } from './gql/graphql.ts'
import { Section } from './Section.tsx'
import { useWords } from './words.ts'

/** Whether mails cover what looks like a card or an account. */
export function Cover({ campaign: { id } }: { campaign: SettingsCampaign }) {
  const { t } = useWords()
  const means = useId()
  const change = useChange(ChangeCampaignDocument)
  const typed = useTyped('cover')
  return (
    <Section title={t('cover.title')} change={change} id={{ id }} typed={typed} fields={[]}>
      <div className="option">
        <label className="check">
          <input
            type="checkbox"
            checked={typed.values.coverNumbers}
            aria-describedby={means}
            onChange={({ target }) => typed.set({ coverNumbers: target.checked })}
          />
          {t('cover')}
        </label>
        <p id={means} className="small muted">
          {t('coverMeans')}
        </p>
      </div>
    </Section>
  )
}
