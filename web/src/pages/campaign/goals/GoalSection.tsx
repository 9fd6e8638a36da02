import { type Code, newDraft, opened, useBoard } from './board.ts'
import { CodeForm } from './CodeForm.tsx'
import { CodeRow } from './CodeRow.tsx'
import { useDropping } from './drag.ts'
import { GoalButtons } from './GoalButtons.tsx'
import { GoalForm } from './GoalForm.tsx'
import type { Group } from './order.ts'
import { useWords } from './words.ts'

/** A goal with its codes; or the codes that belong to none. */
export function GoalSection({ group }: { group: Group<Code> }) {
  const { t } = useWords()
  const { campaign, may, open, begin } = useBoard()
  const goal = campaign.goals.find(({ id }) => id === group.goal)
  const name = goal?.name ?? t(campaign.goals.length > 0 ? 'goal.none' : 'goal.noneYet')
  // It stays where it was begun, whatever goal is chosen in it.
  const adding = open && 'code' in open && open.code.id === '' && open.base.goal === group.goal
  const dropping = useDropping(group.goal, group.codes.length)
  return (
    <section className="card goal" aria-labelledby={`goal-${group.goal}`} {...dropping}>
      {goal && open && 'goal' in open && open.goal === goal.id ? (
        <GoalForm draft={open} />
      ) : (
        <div className="goal-head">
          <h2 id={`goal-${group.goal}`}>
            <bdi>{name}</bdi>
          </h2>
          {may && (
            <div className="row wrap">
              {goal && <GoalButtons goal={goal} />}
              <button type="button" className="button small" id={`add-${group.goal}`} onClick={() => begin(opened(newDraft(group.goal)))}>
                {t('code.add')}
              </button>
            </div>
          )}
        </div>
      )}
      {group.codes.length === 0 && !adding && <p className="muted small">{t('goal.empty')}</p>}
      <ol className="codes-list">
        {group.codes.map((code, at) => (
          <CodeRow key={code.id} code={code} at={at} />
        ))}
      </ol>
      {adding && <CodeForm />}
    </section>
  )
}
