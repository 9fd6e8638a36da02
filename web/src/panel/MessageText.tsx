import { type KeyboardEvent, type PointerEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { type Marks, type Piece, pieces } from '../ui/covers.ts'
import { visible } from '../ui/visible.ts'
import { wordsOf } from './marks.ts'
import type { Key } from './words.ts'
import { useWords } from './words.ts'

interface Props {
  message: string
  text: string
  marks: Marks
  /** Whether every word is a button that covers it. */
  covering: boolean
  onFlip: ((piece: Pick<Piece, 'cover' | 'stretch'>) => void) | undefined
}

/**
 * The text of a message, letter for letter. What is covered is a button that uncovers it, and while covering every word is one that
 * covers it: so it can be done with a mouse, a finger and a keyboard alike. Arrows move between the buttons of a message.
 */
export function MessageText({ message, text, marks, covering, onFlip }: Props) {
  // Which of the buttons the Tab key stops at.
  const [stop, setStop] = useState(0)
  const [line, flip] = useKeptFocus(stop, onFlip)
  let buttons = 0
  const button = (piece: Piece, kind: CoverKind | null) => {
    const index = buttons++
    return (
      <WordButton
        key={piece.start}
        piece={piece}
        kind={kind}
        stops={index === stop}
        onFocus={() => setStop(index)}
        onFlip={flip}
        paints={covering}
      />
    )
  }
  const all = pieces(message, text, marks)
  const parts: ReactNode[] = all.flatMap((piece, index): ReactNode[] => {
    if (piece.cover !== 'none') return [onFlip ? button(piece, kindOf(piece, marks)) : <CoveredText key={piece.start} piece={piece} />]
    if (!covering || !onFlip) return [visible(piece.text)]
    return wordsOf(piece, all[index - 1], all[index + 1]).map(({ text, stretch }) =>
      stretch ? button({ ...stretch, text, cover: 'none', stretch }, null) : text,
    )
  })
  if (stop >= buttons && stop !== 0) setStop(0)
  return (
    <p ref={line} className="line-text" dir="auto" data-message={message} onKeyDown={onFlip && moveByArrows}>
      {parts}
    </p>
  )
}

/** Words become other buttons when one is covered. Whoever was at one of them is at the one in its place then. */
function useKeptFocus(stop: number, onFlip: Props['onFlip']) {
  const line = useRef<HTMLParagraphElement>(null)
  const flipped = useRef(false)
  useLayoutEffect(() => {
    if (!flipped.current) return
    flipped.current = false
    if (document.activeElement !== document.body) return
    const buttons = line.current?.querySelectorAll('button') ?? []
    buttons[Math.min(stop, buttons.length - 1)]?.focus()
  })
  const flip: Props['onFlip'] = (piece) => {
    flipped.current = true
    onFlip?.(piece)
  }
  return [line, flip] as const
}

type CoverKind = Marks['suggested'][number]['kind']

const kindOf = ({ stretch }: Piece, { suggested }: Marks): CoverKind | null =>
  suggested.find((one) => one.message === stretch.message && one.start === stretch.start && one.end === stretch.end)?.kind ?? null

function CoveredText({ piece }: { piece: Piece }) {
  return piece.cover === 'lifted' ? <span>{visible(piece.text)}</span> : <mark className="covered">{visible(piece.text)}</mark>
}

interface WordProps {
  piece: Piece
  kind: CoverKind | null
  stops: boolean
  onFocus(): void
  onFlip: Props['onFlip']
  /** Whether a mouse that is held down covers what it passes. */
  paints: boolean
}

function WordButton({ piece, kind, stops, onFocus, onFlip, paints }: WordProps) {
  const { t } = useWords()
  const covered = piece.cover === 'covered' || piece.cover === 'suggested'
  const text = visible(piece.text)
  const paint = (event: PointerEvent) => {
    if (paints && event.buttons === 1 && event.pointerType === 'mouse' && !covered) onFlip?.(piece)
  }
  const name: Key = covered ? 'cover.on' : 'cover.off'
  return (
    <button
      type="button"
      className={covered ? 'word covered' : piece.cover === 'lifted' ? 'word lifted' : 'word'}
      aria-pressed={covered}
      aria-label={piece.cover === 'none' ? undefined : t(name, { text })}
      title={kind && covered ? t(`cover.${kind}`) : undefined}
      tabIndex={stops ? 0 : -1}
      onFocus={onFocus}
      onClick={() => onFlip?.(piece)}
      onPointerEnter={paint}
      onPointerLeave={paint}
    >
      {text}
    </button>
  )
}

/** Moves the focus among the buttons of a message. */
function moveByArrows(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step]
  event.preventDefault()
  next?.focus()
}
