/** As much of a code as its place depends on. */
export interface Placed {
  id: string
  goal: { id: string } | null
  retired: boolean
}

/** A goal's codes in use, in their order; those without a goal have an empty one. */
export interface Group<Code extends Placed> {
  goal: string
  codes: readonly Code[]
}

/** The codes in use by their goals, in the order of the page: those without a goal come last. */
export function groupsOf<Code extends Placed>(goals: readonly { id: string }[], codes: readonly Code[]): Group<Code>[] {
  const inUse = codes.filter(({ retired }) => !retired)
  const groups = [...goals.map(({ id }) => id), ''].map((goal) => ({ goal, codes: inUse.filter((code) => goalOf(code) === goal) }))
  return groups.filter(({ goal, codes }) => goal !== '' || codes.length > 0 || goals.length === 0)
}

export const goalOf = ({ goal }: Placed) => goal?.id ?? ''

/** The groups after a code was moved up (-1) or down (1): at the end of its goal, on into the next one. Undefined where it is at the very end. */
export function stepped<Code extends Placed>(groups: readonly Group<Code>[], id: string, by: 1 | -1): Group<Code>[] | undefined {
  const at = groups.findIndex(({ codes }) => codes.some((code) => code.id === id))
  const group = groups[at]
  if (!group) return undefined
  const index = group.codes.findIndex((code) => code.id === id) + by
  if (index >= 0 && index < group.codes.length) return placed(groups, id, group.goal, index)
  const next = groups[at + by]
  return next && placed(groups, id, next.goal, by === 1 ? 0 : next.codes.length)
}

/** The groups with a code at a place among the others of a goal. */
export function placed<Code extends Placed>(groups: readonly Group<Code>[], id: string, goal: string, index: number): Group<Code>[] {
  const code = groups.flatMap(({ codes }) => codes).find((code) => code.id === id)
  if (!code) return [...groups]
  return groups.map((group) => {
    const others = group.codes.filter((code) => code.id !== id)
    return { ...group, codes: group.goal === goal ? others.toSpliced(index, 0, code) : others }
  })
}

/** The ids of all codes as the API wants them: in the order of the groups, and the retired ones after them. */
export function orderOf(groups: readonly Group<Placed>[], codes: readonly Placed[]): string[] {
  const inUse = groups.flatMap(({ codes }) => codes.map(({ id }) => id))
  return [...inUse, ...codes.map(({ id }) => id).filter((id) => !inUse.includes(id))]
}

/** The ids with one of them gone, and where to go on then: at the next one, else at the one before, if there is any. */
export function without(ids: readonly string[], id: string): { left: string[]; next: string | undefined } {
  const left = ids.filter((other) => other !== id)
  return { left, next: left[ids.indexOf(id)] ?? left.at(-1) }
}

/** A list with one of its parts a place up or down; undefined where it cannot go further. */
export function swapped<Part>(list: readonly Part[], at: number, by: 1 | -1): Part[] | undefined {
  const part = list[at]
  if (part === undefined || at + by < 0 || at + by >= list.length) return undefined
  return list.toSpliced(at, 1).toSpliced(at + by, 0, part)
}
