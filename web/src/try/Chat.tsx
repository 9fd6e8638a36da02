import { type ReactNode, useEffect, useRef } from 'react'
import { Composer } from './Composer.tsx'
import type { Line, Role, Scene } from './scene.ts'
import { useWords } from './words.ts'

/** The pretend chat app: what was said, and both who say something. */
export function Chat({ scene, lines, ended, refused, busy, say, end, children }: ChatProps) {
  const { t } = useWords()
  const outcome = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (ended !== null) outcome.current?.focus() // the button that was pressed is gone
  }, [ended])
  const part = (role: Role, endLabel: string) => (
    <Composer
      title={t(`try.${role}`, { name: scene[role].name })}
      sample={scene[role].lines.find((text) => !lines.some((line) => line.by === role && line.text === text))}
      disabled={busy || ended !== null}
      send={(text) => say(role, text)}
    >
      <button type="button" className="button" disabled={busy || ended !== null} onClick={() => end(role)}>
        {endLabel}
      </button>
    </Composer>
  )
  return (
    <section className="chat" aria-labelledby="chat-title">
      <h2 id="chat-title">{t('try.chat')}</h2>
      <Said scene={scene} lines={lines} />
      {ended === null ? (
        <>
          {refused !== '' && (
            <p className="refused" role="alert">
              {refused}
            </p>
          )}
          <div className="parts">
            {part('visitor', t('try.leave'))}
            {part('operator', t('try.end'))}
          </div>
        </>
      ) : (
        <div className="outcome" ref={outcome} tabIndex={-1}>
          <p>{t(ended === 'operator' ? 'try.endedByOperator' : 'try.endedByVisitor', { name: scene[ended].name })}</p>
          {children}
        </div>
      )}
    </section>
  )
}

function Said({ scene, lines }: { scene: Scene; lines: Line[] }) {
  const { t } = useWords()
  const last = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (lines.length > 0) last.current?.scrollIntoView({ block: 'nearest' })
  }, [lines])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and those who have no mouse scroll what has the focus
    <div className="said" role="log" aria-labelledby="chat-title" tabIndex={0}>
      {lines.length === 0 && <p className="muted">{t('try.empty')}</p>}
      <ol>
        {lines.map((line, i) => (
          <li key={line.at + line.text} className={line.by} ref={i === lines.length - 1 ? last : null}>
            <span className="small muted">{scene[line.by].name}</span>
            <span>{line.text}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

interface ChatProps {
  scene: Scene
  lines: Line[]
  /** Who has ended it. */
  ended: Role | null
  /** Why the operator is to stay in it. */
  refused: string
  busy: boolean
  say(by: Role, text: string): void
  end(by: Role): void
  /** What came of it. */
  children: ReactNode
}
