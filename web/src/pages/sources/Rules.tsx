import { type FormEvent, useState } from 'react'
import { useChange } from '../../api/data.ts'
import { Problem } from '../../ui/Problem.tsx'
import { type RuleField, type RulesPartFragment, UpdateSourceDocument } from './gql/graphql.ts'
import { inputOf, type Rule, raised, ruleFields, rulesOf, sameRules, withAnother } from './rules.ts'
import type { Campaigns } from './Settings.tsx'
import { useWords } from './words.ts'

/** Which campaign a chat belongs to, where that is not always the same one. */
export function Rules({ source, campaigns }: { source: RulesPartFragment; campaigns: Campaigns }) {
  const { t } = useWords()
  const { run, busy, problem } = useChange(UpdateSourceDocument)
  const [draft, setDraft] = useState<readonly Rule[]>()
  const stored = rulesOf(source)
  const rules = draft ?? stored
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (await run({ id: source.id, rules: inputOf(rules) })) setDraft((now) => (now === draft ? undefined : now))
  }
  const put = (at: number, rule: Rule) => setDraft(rules.with(at, rule))
  return (
    <form className="card stack" onSubmit={save}>
      <h2>{t('rules.title')}</h2>
      <p>{t('rules.text')}</p>
      <ol className="rules">
        {rules.map((rule, at) => (
          <li key={rule.key}>
            <Row
              rule={rule}
              campaigns={campaigns}
              onChange={(rule) => put(at, rule)}
              onRaise={at > 0 ? () => setDraft(raised(rules, at)) : undefined}
              onRemove={() => setDraft(rules.filter(({ key }) => key !== rule.key))}
            />
          </li>
        ))}
      </ol>
      <Problem problem={problem} />
      <div className="row wrap">
        <button type="button" className="button" onClick={() => setDraft(withAnother(rules, campaigns[0]?.id ?? ''))}>
          {t('rules.add')}
        </button>
        <button type="submit" className="button primary" disabled={busy || sameRules(rules, stored)}>
          {t('rules.save')}
        </button>
      </div>
    </form>
  )
}

interface RowProps {
  rule: Rule
  campaigns: Campaigns
  onChange: (rule: Rule) => void
  onRaise: (() => void) | undefined
  onRemove: () => void
}

function Row({ rule, campaigns, onChange, onRaise, onRemove }: RowProps) {
  const { t } = useWords()
  return (
    <fieldset className="rule">
      <legend className="visually-hidden">{t('rules.rule')}</legend>
      <select
        className="input"
        aria-label={t('rules.field')}
        value={rule.field}
        onChange={(event) => onChange({ ...rule, field: event.target.value as RuleField })}
      >
        {ruleFields.map((field) => (
          <option key={field} value={field}>
            {t(`ruleField.${field}`)}
          </option>
        ))}
      </select>
      <input
        className="input"
        aria-label={t('rules.value')}
        required
        placeholder={t(`ruleValue.${rule.field}`)}
        value={rule.value}
        onChange={(event) => onChange({ ...rule, value: event.target.value })}
      />
      <select
        className="input"
        aria-label={t('rules.campaign')}
        value={rule.campaign}
        onChange={(event) => onChange({ ...rule, campaign: event.target.value })}
      >
        {campaigns.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <div className="row">
        <button type="button" className="button" disabled={!onRaise} onClick={onRaise}>
          {t('rules.raise')}
        </button>
        <button type="button" className="button" onClick={onRemove}>
          {t('rules.remove')}
        </button>
      </div>
    </fieldset>
  )
}
