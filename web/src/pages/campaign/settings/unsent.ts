/** What was typed without what was sent; not without what has been typed otherwise since. */
export function unsent<Values extends object>(typed: Partial<Values>, sent: Partial<Values>): Partial<Values> {
  const kept = (Object.keys(typed) as (keyof Values)[]).filter((key) => !(key in sent) || typed[key] !== sent[key])
  return Object.fromEntries(kept.map((key) => [key, typed[key]])) as Partial<Values>
}
