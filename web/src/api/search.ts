/** What stands behind the ? of an address: each name once, or a list of what it was given. */
export type Search = Record<string, string | string[] | undefined>

/** Reads what is behind the ?. Values are texts, whatever they look like: a search for 42 is one for a text. */
export function parseSearch(text: string): Search {
  const search: Search = {}
  const given = new URLSearchParams(text)
  for (const name of new Set(given.keys())) {
    const values = given.getAll(name)
    search[name] = values.length > 1 ? values : values[0]
  }
  return search
}

/** Writes it, without what is empty. */
export function writeSearch(search: Record<string, unknown>): string {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null && each !== '') written.append(name, String(each))
    }
  }
  const text = written.toString()
  return text && `?${text}`
}

/** One text of a search. */
export const textOf = (value: unknown): string => (Array.isArray(value) ? textOf(value[0]) : typeof value === 'string' ? value : '')

/** All texts of a search. */
export const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((text) => typeof text === 'string' && text !== '')
