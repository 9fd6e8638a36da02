import { useChange } from '../../../api/data.ts'
import { Field } from '../../../ui/Field.tsx'
import { wrongWith } from '../../../ui/problem.ts'
import { ZoneInput } from '../../../ui/ZoneInput.tsx'
import { type SettingsCampaign, useTyped } from './drafts.ts'
import { ChangeCampaignDocument } from './gql/graphql.ts'
import { Section } from './Section.tsx'
import { useWords } from './words.ts'

/** What the campaign is called, and whose time it has. */
export function NameAndZone({ campaign: { id } }: { campaign: SettingsCampaign }) {
  const { t } = useWords()
  const change = useChange(ChangeCampaignDocument)
  const typed = useTyped('name')
  const { values, set } = typed
  return (
    <Section title={t('name.title')} change={change} id={{ id }} typed={typed} fields={['name', 'timeZone']}>
      <Field label={t('name')} hint={t('nameHint')} problem={wrongWith(change.problem, 'input.name')}>
        {(control) => (
          <input
            {...control}
            className="input"
            required
            maxLength={120}
            value={values.name}
            onChange={({ target }) => set({ name: target.value })}
          />
        )}
      </Field>
      <Field label={t('timeZone')} hint={t('timeZoneHint')} problem={wrongWith(change.problem, 'input.timeZone')}>
        {(control) => <ZoneInput {...control} value={values.timeZone} onChange={({ target }) => set({ timeZone: target.value })} />}
      </Field>
    </Section>
  )
}
