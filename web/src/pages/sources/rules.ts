import type { RuleField, RulesPartFragment } from './gql/graphql.ts'

/** What a rule can look at, the commonest first. */
export const ruleFields = ['PAGE', 'DEPARTMENT', 'INBOX', 'TAG'] as const satisfies readonly RuleField[]

/** A rule as it is being edited. */
export interface Rule {
  /** Tells it from the others while it is moved. */
  key: number
  field: RuleField
  value: string
  campaign: string
}

export const rulesOf = ({ rules }: RulesPartFragment): readonly Rule[] =>
  rules.map(({ field, value, campaign }, key) => ({ key, field, value, campaign: campaign.id }))

/** The rules as the API takes them. */
export const inputOf = (rules: readonly Rule[]) => rules.map(({ field, value, campaign }) => ({ field, value, campaign }))

/** The rules with one more, which is still empty. */
export function withAnother(rules: readonly Rule[], campaign: string): readonly Rule[] {
  const key = Math.max(-1, ...rules.map(({ key }) => key)) + 1
  return [...rules, { key, field: ruleFields[0], value: '', campaign }]
}

/** The rules with one of them a place further up: the first that fits wins. */
export function raised(rules: readonly Rule[], at: number): readonly Rule[] {
  const [above, one] = [rules[at - 1], rules[at]]
  if (!above || !one) return rules
  return [...rules.slice(0, at - 1), one, above, ...rules.slice(at + 1)]
}

/** Whether both say the same. */
export const sameRules = (one: readonly Rule[], other: readonly Rule[]) => JSON.stringify(inputOf(one)) === JSON.stringify(inputOf(other))
