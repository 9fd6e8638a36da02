import { useChange } from '../../../api/data.ts'
import { Field } from '../../../ui/Field.tsx'
import { wrongWith } from '../../../ui/problem.ts'
import { type SettingsCampaign, useTyped } from './drafts.ts'
import { ChangeLimitsDocument } from './gql/graphql.ts'
import { Section } from './Section.tsx'
import { useWords } from './words.ts'

const limits = ['mailLimit', 'operatorLimit'] as const

/** How much the campaign may mail in an hour. */
export function Limits({ campaign }: { campaign: SettingsCampaign }) {
  const { t } = useWords()
  const change = useChange(ChangeLimitsDocument)
  const typed = useTyped('limits')
  return (
    <Section title={t('limits.title')} change={change} id={{ campaign: campaign.id }} typed={typed} fields={limits}>
      <p className="small muted">{t('limits.means')}</p>
      {limits.map((limit) => (
        <Field key={limit} label={t(`limits.${limit}`)} hint={t('limits.none')} problem={wrongWith(change.problem, `input.${limit}`)}>
          {(control) => (
            <input
              {...control}
              type="number"
              inputMode="numeric"
              className="input number"
              required
              min={0}
              max={1_000_000}
              value={Number.isNaN(typed.values[limit]) ? '' : typed.values[limit]}
              onChange={({ target }) => typed.set({ [limit]: target.valueAsNumber })}
            />
          )}
        </Field>
      ))}
    </Section>
  )
}
