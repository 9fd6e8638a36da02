import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { Key } from '../messages/messages.ts'
import { useWords } from '../messages/Words.tsx'
import { lengthOf, type Marks, type Piece, pieces, visible, words } from './marks.ts'

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
        onFlip={onFlip}
        paints={covering}
      />
    )
  }
  const parts: ReactNode[] = pieces(message, text, marks).map((piece) => {
    if (piece.cover !== 'none') return onFlip ? button(piece, kindOf(piece, marks)) : <CoveredText key={piece.start} piece={piece} />
    if (!covering || !onFlip) return visible(piece.text)
    let at = piece.start
    return words(piece.text).map((word) => {
      const start = at
      at += lengthOf(word)
      if (word.trim() === '') return word
      return button({ start, end: at, text: word, cover: 'none', stretch: { message, start, end: at } }, null)
    })
  })
  if (stop >= buttons && stop !== 0) setStop(0)
  return (
    <p className="line-text" dir="auto" data-message={message} onKeyDown={onFlip && moveByArrows}>
      {parts}
    </p>
  )
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
      onPointerEnter={(event) => {
        if (paints && event.buttons === 1 && event.pointerType === 'mouse' && !covered) onFlip?.(piece)
      }}
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
