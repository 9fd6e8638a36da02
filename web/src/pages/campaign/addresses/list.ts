/** One address of a list: as people type it, and its parts. */
export interface Item {
  text: string
  name: string
  email: string
}

/** What is wrong with a piece of text that is to be an address. The server's rules are finer, and have the last word. */
export type Wrong = 'noAt' | 'manyAts' | 'noHost' | 'noDot' | 'blank' | 'angle' | 'quote' | 'letters'

/** What a text makes: its addresses, and what is left of it because it is none. */
export interface Reading {
  items: Item[]
  /** The pieces that are no addresses, joined as they were typed; empty where all are. */
  rest: string
  wrong: { text: string; why: Wrong }[]
}

/** Reads a list as people type it: `;`, `,` and new lines separate, but for those in double quotes. */
export function readList(text: string): Reading {
  const items: Item[] = []
  const wrong: Reading['wrong'] = []
  for (const piece of splitList(text)) {
    const read = readItem(piece)
    if (typeof read === 'string') wrong.push({ text: piece, why: read })
    else items.push(read)
  }
  return { items, rest: wrong.map(({ text }) => text).join('; '), wrong }
}

/** The pieces of a list, without what is empty. */
export function splitList(text: string): string[] {
  const pieces = ['']
  let quoted = false
  let escaped = false
  for (const letter of text) {
    const lineEnd = /[\n\v\f\r\u0085\u2028\u2029]/.test(letter)
    if (lineEnd || (!quoted && (letter === ';' || letter === ','))) {
      quoted = false
      pieces.push('')
      continue
    }
    if (letter === '"' && !escaped) quoted = !quoted
    escaped = quoted && letter === '\\' && !escaped
    pieces[pieces.length - 1] += letter
  }
  return pieces.map((piece) => piece.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '')).filter((piece) => piece !== '')
}

/** One address, with or without a name before it; or what is wrong with it. */
export function readItem(text: string): Item | Wrong {
  const angled = /^((?:"(?:[^"\\]|\\.)*"|[^"<])*)<\s*([^<>]*?)\s*>$/.exec(text)
  if (!angled) {
    if (/^[^"]*"[^"]*$/.test(text)) return 'quote'
    if (/[<>]/.test(text)) return 'angle'
  }
  const email = (angled?.[2] ?? text).replace(/^mailto:\s*/i, '')
  const why = wrongWithEmail(email)
  if (why) return why
  const name = (angled?.[1] ?? '')
    .replace(/"((?:[^"\\]|\\.)*)"/g, (_, inside: string) => inside.replace(/\\(.)/g, '$1'))
    .replace(/\s+/g, ' ')
    .trim()
  return itemOf(name.toLowerCase() === email.toLowerCase() ? '' : name, email)
}

function wrongWithEmail(email: string): Wrong | undefined {
  const [local, host, ...more] = email.split('@')
  if (host === undefined) return 'noAt'
  if (more.length > 0) return 'manyAts'
  if (/\s/.test(email)) return 'blank'
  if (!local || !host) return 'noHost'
  if (!/[^.]\.[^.]/.test(host)) return 'noDot'
  if (!/^[\w#$&'*+/=^`{|}~?.-]+$/.test(local) || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(host) || /\.\.|^[.-]|[.]$/.test(local)) return 'letters'
  return undefined
}

/** An address of its parts, in the form that the server writes it in. */
export function itemOf(name: string, email: string): Item {
  const [local = '', host = ''] = email.split('@')
  const address = `${local}@${host.toLowerCase()}`
  const quoted = /[()<>[\]:;@\\,"]/.test(name) ? `"${name.replace(/[\\"]/g, '\\$&')}"` : name
  return { name, email: address, text: name ? `${quoted} <${address}>` : address }
}

/** What makes two addresses the same. */
export const keyOf = ({ email }: { email: string }) => email.toLowerCase()

/** The list with more at its end: of the same address the first stays, with the first name that there is. */
export function joined(list: readonly Item[], more: readonly Item[]): Item[] {
  const all = new Map<string, Item>()
  for (const item of [...list, ...more]) {
    const known = all.get(keyOf(item))
    if (!known) all.set(keyOf(item), item)
    else if (!known.name && item.name) all.set(keyOf(item), itemOf(item.name, known.email))
  }
  return [...all.values()]
}

/** The list without an address. */
export const without = <One extends { email: string }>(list: readonly One[], email: string): One[] =>
  list.filter((item) => keyOf(item) !== email.toLowerCase())

/** Whether the list has the address. */
export const has = (list: readonly Item[], email: string) => list.some((item) => keyOf(item) === email.toLowerCase())

/** The list as people type it. */
export const textOfList = (list: readonly Item[]) => list.map(({ text }) => text).join('; ')

/** Whether both lists have the same addresses under the same names, in whatever order. */
export const sameList = (a: readonly Item[], b: readonly Item[]) => a.length === b.length && fingerprint(a) === fingerprint(b)

const fingerprint = (list: readonly Item[]) =>
  list
    .map((item) => `${keyOf(item)} ${item.name}`)
    .sort()
    .join('\n')

/** What differs between two lists; their order does not count. */
export interface ListDiff {
  added: Item[]
  removed: Item[]
  renamed: Item[]
}

export function diffLists(from: readonly Item[], to: readonly Item[]): ListDiff {
  const before = new Map(from.map((item) => [keyOf(item), item]))
  return {
    added: to.filter((item) => !before.has(keyOf(item))),
    removed: from.filter((item) => !has(to, item.email)),
    renamed: to.filter((item) => before.has(keyOf(item)) && before.get(keyOf(item))?.name !== item.name),
  }
}
