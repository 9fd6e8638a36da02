import { Link } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import { linkTo } from '../../../api/followups.ts'
import { useSpeech } from '../../../messages/Words.tsx'
import { focusSoon } from '../../../ui/focus.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { digitsOf } from '../../../ui/pick.ts'
import { type Code, codesSeen, draftOf, opened, useBoard } from './board.ts'
import { CodeForm } from './CodeForm.tsx'
import { useMoving, useRetiring } from './changes.ts'
import { dragging, useDropping } from './drag.ts'
import { GoesTo } from './GoesTo.tsx'
import { MoveButton } from './MoveButton.tsx'
import { goalOf, stepped } from './order.ts'
import { useWords } from './words.ts'

/** A code in use: what operators see of it, where its chats go and how many there were. */
export function CodeRow({ code, at }: { code: Code; at: number }) {
  const { campaign, may, open } = useBoard()
  const dropping = useDropping(goalOf(code), at)
  if (open && 'code' in open && open.code.id === code.id) {
    return (
      <li className="code-row open">
        <CodeForm />
      </li>
    )
  }
  const digit = digitsOf(codesSeen({ campaign, open: null })).get(code.label)
  return (
    <li className="code-row" {...dropping}>
      {may && <Handle code={code} />}
      <div className="code-name" style={{ '--choice': code.color || 'var(--line)' } as CSSProperties}>
        <span className="label">
          <bdi>{code.label}</bdi> {digit && <span className="key">{digit}</span>}
        </span>
        {code.hint && (
          <span className="small muted">
            <bdi>{code.hint}</bdi>
          </span>
        )}
      </div>
      <GoesTo code={code} />
      <Used code={code} />
      {may && <Buttons code={code} />}
    </li>
  )
}

/** By which a code is dragged with a mouse; the buttons do the same for everybody else. */
function Handle({ code }: { code: Code }) {
  return (
    <span className="handle" aria-hidden="true" {...dragging(code.id)}>
      <svg viewBox="0 0 10 16" width="10" height="16" aria-hidden="true">
        {[3, 8, 13].map((y) => (
          <path key={y} d={`M2 ${y}h.01M8 ${y}h.01`} stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
        ))}
      </svg>
    </span>
  )
}

function Used({ code }: { code: Code }) {
  const { t } = useWords()
  const { language } = useSpeech()
  const { campaign, used, days } = useBoard()
  if (!used) return <span className="used" />
  const count = used.get(code.id) ?? 0
  const text = t('used', { count, number: new Intl.NumberFormat(language).format(count) })
  if (count === 0) return <span className="used small muted">{text}</span>
  return (
    <Link className="used small" to="/follow-ups" search={linkTo({ campaigns: [campaign.id], codes: [code.id], days })}>
      {text}
    </Link>
  )
}

function Buttons({ code }: { code: Code }) {
  const { t } = useWords()
  const { groups, begin } = useBoard()
  const { move, busy, problem } = useMoving()
  const retiring = useRetiring()
  const step = (by: 1 | -1) => {
    const after = busy ? undefined : stepped(groups, code.id, by)
    return after && (() => void move(code, after).then(() => focusSoon(`move-${by}-${code.id}`)))
  }
  const retire = async () => {
    if (await retiring.retire(code)) focusSoon(`add-${goalOf(code)}`, 'add-goal')
  }
  return (
    <div className="code-buttons row">
      {([-1, 1] as const).map((by) => (
        <MoveButton key={by} id={`move-${by}-${code.id}`} by={by} what={code.label} move={step(by)} />
      ))}
      <button type="button" className="button small" id={`edit-${code.id}`} onClick={() => begin(opened(draftOf(code)))}>
        {t('edit')} <span className="visually-hidden">{code.label}</span>
      </button>
      <button type="button" className="button quiet small" disabled={retiring.busy} onClick={retire}>
        {t('retire')} <span className="visually-hidden">{code.label}</span>
      </button>
      <Problem problem={problem ?? retiring.problem} />
    </div>
  )
}
