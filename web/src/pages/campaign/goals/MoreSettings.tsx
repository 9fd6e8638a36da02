import { type ReactNode, useId, useState } from 'react'
import { useChange } from '../../../api/data.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { wrongElsewhere, wrongWith } from '../../../ui/problem.ts'
import { useUndo } from '../../../ui/Toast.tsx'
import { useBoard } from './board.ts'
import { ChangeGoalSettingsDocument } from './gql/graphql.ts'
import { useWords } from './words.ts'

type Setting = 'allowMultiple' | 'requireCode'
const settings: readonly Setting[] = ['allowMultiple', 'requireCode']

/** How operators give codes. Each is saved at once, and can be undone. */
export function MoreSettings() {
  const { t } = useWords()
  const undo = useUndo()
  const { campaign, may } = useBoard()
  const { run, busy, problem } = useChange(ChangeGoalSettingsDocument)
  const [wanted, want] = useState<Partial<Record<Setting, boolean>>>({})
  const change = async (setting: Setting, to: boolean) => {
    if (busy) return
    want({ [setting]: to })
    const done = await run({ campaign: campaign.id, [setting]: to })
    want({})
    if (!done) return
    undo(t(to ? 'more.on' : 'more.off', { setting: t(`more.${setting}`) }), () => run({ campaign: campaign.id, [setting]: !to }))
  }
  const { allowMultiple, requireCode } = campaign.goalSettings
  const state = [t(allowMultiple ? 'more.several' : 'more.one'), t(requireCode ? 'more.required' : 'more.optional')]
  return (
    <details className="card more">
      <summary>
        {t('more.title')}
        <span className="small muted">{` · ${state.join(' · ')}`}</span>
      </summary>
      <Problem
        problem={wrongElsewhere(
          problem,
          settings.map((setting) => `input.${setting}`),
        )}
      />
      {settings.map((setting) => (
        <Switch
          key={setting}
          label={t(`more.${setting}`)}
          on={wanted[setting] ?? campaign.goalSettings[setting]}
          disabled={!may}
          problem={wrongWith(problem, `input.${setting}`)}
          onChange={(to) => void change(setting, to)}
        >
          {t(`more.${setting}Means`)}
        </Switch>
      ))}
    </details>
  )
}

interface SwitchProps {
  label: string
  on: boolean
  disabled: boolean
  problem: string
  onChange(on: boolean): void
  children: ReactNode
}

/** A setting that is on or off, with what it means beside it. */
function Switch({ label, on, disabled, problem, onChange, children }: SwitchProps) {
  const id = useId()
  return (
    <div className="switch">
      <label className="check">
        <input
          type="checkbox"
          checked={on}
          disabled={disabled}
          aria-describedby={`${id}means ${id}problem`}
          aria-invalid={problem ? true : undefined}
          onChange={({ target }) => onChange(target.checked)}
        />
        {label}
      </label>
      <p id={`${id}means`} className="small muted">
        {children}
      </p>
      <p id={`${id}problem`} role="alert" className="small problem">
        {problem}
      </p>
    </div>
  )
}
