import { useChange } from '../../../api/data.ts'
import { focusSoon } from '../../../ui/focus.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { useBoard } from './board.ts'
import { CreateCodeDocument, CreateGoalDocument } from './gql/graphql.ts'
import { useWords } from './words.ts'

// What most campaigns begin with: codes, and the goals that they count for.
const suggestions = [
  { key: 'lead', goal: 'sales', color: '#0b6b62' },
  { key: 'sale', goal: 'sales', color: '#1c6b3c' },
  { key: 'support', goal: 'service', color: '#1f5fa8' },
] as const

/** Codes to begin with, each made by one press with its goal, until a campaign has some of its own. */
export function Beginning() {
  const { t } = useWords()
  const { campaign } = useBoard()
  const goal = useChange(CreateGoalDocument)
  const code = useChange(CreateCodeDocument)
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
  const isOne = (label: string) => suggestions.some(({ key }) => same(label, t(`suggest.${key}`)))
  const left = suggestions.filter(({ key }) => !campaign.successCodes.some(({ label }) => same(label, t(`suggest.${key}`))))
  if (left.length === 0 || !campaign.successCodes.every(({ label }) => isOne(label))) return null

  const make = async ({ key, goal: name, color }: (typeof suggestions)[number]) => {
    const known = campaign.goals.find((goal) => same(goal.name, t(`suggest.${name}`)))
    const made = known ? undefined : await goal.run({ campaign: campaign.id, name: t(`suggest.${name}`) })
    const id = known?.id ?? made?.createGoal?.goal.id
    if (!id) return
    await code.run({ campaign: campaign.id, label: t(`suggest.${key}`), hint: t(`suggest.${key}Hint`), color, goal: id })
    focusSoon(...suggestions.map(({ key }) => `suggest-${key}`), 'add-goal')
  }
  return (
    <div className="empty">
      <p>{t(campaign.successCodes.length > 0 ? 'suggest.more' : 'suggest.first')}</p>
      <Problem problem={goal.problem ?? code.problem} />
      <ul className="suggestions">
        {left.map((suggestion) => (
          <li key={suggestion.key}>
            <button
              type="button"
              className="button"
              id={`suggest-${suggestion.key}`}
              disabled={goal.busy || code.busy}
              onClick={() => make(suggestion)}
            >
              {t('suggest.add', { code: t(`suggest.${suggestion.key}`) })}
            </button>
            <span className="small muted">{t(`suggest.${suggestion.key}Hint`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
