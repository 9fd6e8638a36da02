/** A stretch of a message that is covered in the mail: characters (code points) from start up to, not including, end. */
export interface Stretch {
  message: string
  start: number
  end: number
}

/** A piece of a message, all of it covered or none of it. Positions are in characters (code points), as the API counts. */
export interface Piece {
  start: number
  end: number
  text: string
  /** What covers it: a person, or a suggestion. `lifted` was suggested, and a person lifted it. */
  cover: 'none' | 'covered' | 'suggested' | 'lifted'
  /** The stretch that a click takes away, or brings back; the piece itself where nothing covers it. */
  stretch: Stretch
}

/** What is marked in a transcript. */
export interface Marks {
  covered: Stretch[]
  lifted: Stretch[]
  /** What the server suggests to cover, and what each looks like. */
  suggested: (Stretch & { kind: 'CARD' | 'IBAN' | 'SECURITY_CODE' })[]
}

/** Whether a stretch is all of another, or more. */
export const holds = (a: Stretch, b: Stretch) => a.message === b.message && a.start <= b.start && b.end <= a.end

/** Cuts a message into pieces at the edges of what covers it. */
export function pieces(message: string, text: string, { covered, lifted, suggested }: Marks): Piece[] {
  const characters = [...text]
  const here = (stretch: Stretch) => stretch.message === message && stretch.start < stretch.end
  const people = covered.filter(here)
  const programs = suggested.filter(here)
  const edges = [0, characters.length, ...[...people, ...programs].flatMap(({ start, end }) => [start, end])]
  const cuts = [...new Set(edges.filter((at) => at >= 0 && at <= characters.length))].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? start
    const over = (stretch: Stretch) => stretch.start <= start && end <= stretch.end
    const person = people.find(over)
    const programsHere = programs.filter(over)
    const standing = standingOf(programsHere, lifted)[0]
    const marked = person ?? standing ?? programsHere[0]
    const stretch = marked ? { message, start: marked.start, end: marked.end } : { message, start, end }
    const cover = person ? 'covered' : standing ? 'suggested' : programsHere[0] ? 'lifted' : 'none'
    return { start, end, text: characters.slice(start, end).join(''), cover, stretch }
  })
}

/** The suggestions that nobody lifted: the server counts one as lifted where a lift holds all of it. */
export const standingOf = <Suggestion extends Stretch>(suggested: readonly Suggestion[], lifted: readonly Stretch[]) =>
  suggested.filter((one) => !lifted.some((lift) => holds(lift, one)))
