/** What keeps chats of a campaign from arriving, from being sent to anybody, or from being told apart. */
export type Lack = 'source' | 'standard' | 'code'

interface Address {
  email: string
  health: { healthy: boolean } | null
}

interface Lists<One> {
  standard: { items: readonly One[] }
  codes: readonly { code: { retired: boolean }; addresses: { items: readonly One[] } }[]
}

/** The addresses in use that refused a mail and have taken none since, each once. */
export function refusedIn<One extends Address>({ standard, codes }: Lists<One>): One[] {
  const lists = [standard, ...codes.filter(({ code }) => !code.retired).map(({ addresses }) => addresses)]
  const refused = lists.flatMap(({ items }) => items).filter(({ health }) => health && !health.healthy)
  return [...new Map(refused.map((address) => [address.email, address])).values()]
}

/** The part of the API's check-list that is about a campaign; a sample is not on it. */
export interface Check {
  hasSource: boolean
  hasStandard: boolean
  hasCode: boolean
}

/** What a campaign lacks, what matters most first. */
export function lacksOf(check: Check | undefined): Lack[] {
  const has: Record<Lack, boolean | undefined> = { source: check?.hasSource, standard: check?.hasStandard, code: check?.hasCode }
  return (Object.keys(has) as Lack[]).filter((lack) => has[lack] === false)
}
