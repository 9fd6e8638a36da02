import { holds, type Marks, type Piece, type Stretch } from '../ui/covers.ts'

const equal = (a: Stretch, b: Stretch) => a.message === b.message && a.start === b.start && a.end === b.end

/** Covers a stretch, or uncovers it: a suggestion is lifted, and what was lifted is covered again. */
export function toggle({ cover, stretch }: Pick<Piece, 'cover' | 'stretch'>, { covered, lifted }: Omit<Marks, 'suggested'>) {
  const without = (list: Stretch[]) => list.filter((other) => !equal(other, stretch))
  switch (cover) {
    case 'covered':
      return { covered: without(covered), lifted }
    case 'suggested':
      return { covered, lifted: [...lifted, stretch] }
    case 'lifted':
      return { covered, lifted: lifted.filter((other) => !holds(other, stretch)) }
    default:
      return { covered: join([...covered, stretch]), lifted }
  }
}

/** Joins what touches or overlaps, so that words one after another are one stretch. */
export function join(stretches: Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const stretch of [...stretches].sort((a, b) => a.message.localeCompare(b.message) || a.start - b.start)) {
    const last = joined.at(-1)
    if (last && last.message === stretch.message && stretch.start <= last.end) last.end = Math.max(last.end, stretch.end)
    else joined.push({ ...stretch })
  }
  return joined
}

/** A word of a piece that nothing covers, and the stretch that a click on it covers; null for the blanks between words. */
export interface Word {
  text: string
  stretch: Stretch | null
}

/**
 * The words of a piece. What is covered beside it, by a person, is covered together with the blank between: so a name of two words
 * becomes one stretch.
 */
export function wordsOf(piece: Piece, before: Piece | undefined, after: Piece | undefined): Word[] {
  const parts = words(piece.text)
  const last = parts.findLastIndex((part) => part.trim() !== '')
  const first = parts.findIndex((part) => part.trim() !== '')
  let at = piece.start
  return parts.map((text, index) => {
    const start = at
    at += lengthOf(text)
    if (text.trim() === '') return { text, stretch: null }
    return {
      text,
      stretch: {
        message: piece.stretch.message,
        start: index === first && before?.cover === 'covered' ? piece.start : start,
        end: index === last && after?.cover === 'covered' ? piece.end : at,
      },
    }
  })
}

const withoutBlanks = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}/u

/** Words and the blanks between them. Where a script has no blanks, the browser knows its words. */
export function words(text: string): string[] {
  return text
    .split(/(\s+)/)
    .filter((part) => part !== '')
    .flatMap((part) =>
      withoutBlanks.test(part) ? [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(part)].map((s) => s.segment) : [part],
    )
}

/** How many characters a text has, as the API counts. */
export const lengthOf = (text: string) => [...text].length
