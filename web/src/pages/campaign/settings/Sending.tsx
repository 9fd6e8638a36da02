import { useChange } from '../../../api/data.ts'
import { Field } from '../../../ui/Field.tsx'
import { wrongWith } from '../../../ui/problem.ts'
import { DurationField } from './DurationField.tsx'
import { type SettingsCampaign, useTyped } from './drafts.ts'
import { ChangeGoalSettingsDocument } from './gql/graphql.ts'
import { Options } from './Options.tsx'
import { Section } from './Section.tsx'
import { useWords } from './words.ts'

/** What sends the campaign's chats, and when. */
export function Sending({ campaign }: { campaign: SettingsCampaign }) {
  const { t } = useWords()
  const change = useChange(ChangeGoalSettingsDocument)
  const typed = useTyped('sending')
  const { values, set } = typed
  const wrong = (field: keyof typeof values) => wrongWith(change.problem, `input.${field}`)
  return (
    <Section title={t('sending.title')} change={change} id={{ campaign: campaign.id }} typed={typed} fields={Object.keys(values)}>
      <Options
        label={t('mode')}
        name="mode"
        options={['AUTOMATIC', 'OPERATOR_OK'] as const}
        value={values.mode}
        onChange={(mode) => set({ mode })}
        title={(mode) => t(`mode.${mode}`)}
        means={(mode) => t(`modeMeans.${mode}`)}
      />
      <DurationField
        label={t('timeLimit')}
        hint={t('timeLimitHint')}
        problem={wrong('timeLimit')}
        seconds={values.timeLimit}
        onChange={(timeLimit) => set({ timeLimit })}
      />
      <Field label={t('undoDelay')} hint={t('undoDelayHint')} problem={wrong('undoDelay')}>
        {(control) => (
          <input
            {...control}
            type="number"
            inputMode="numeric"
            className="input number"
            required
            min={0}
            max={60}
            value={Number.isNaN(values.undoDelay) ? '' : values.undoDelay}
            onChange={({ target }) => set({ undoDelay: target.valueAsNumber })}
          />
        )}
      </Field>
      <Options
        label={t('unaddressed')}
        name="unaddressed"
        options={['STANDARD', 'NOT_FORWARDED'] as const}
        value={values.unaddressed}
        onChange={(unaddressed) => set({ unaddressed })}
        title={(choice) => t(`unaddressed.${choice}`)}
        means={(choice) => t(`unaddressedMeans.${choice}`)}
      />
    </Section>
  )
}
