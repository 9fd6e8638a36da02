import { readFileSync } from 'node:fs'
import type { House } from './house.ts'

const source = readFileSync(new URL('../../../web/src/app/router.ts', import.meta.url), 'utf8')

/** The addresses of all pages as the router has them, such as /campaigns/$campaign/goals: a page that is new there is in here too. */
export const routes: readonly string[] = readRoutes()

function readRoutes(): string[] {
  const made = [...source.matchAll(/const (\w+) = createRoute\(\{\s*getParentRoute: \(\) => (\w+),\s*path: '([^']*)'/g)]
  const all = source.split('createRoute({').length - 1
  if (made.length === 0 || made.length !== all) {
    throw new Error(`router.ts makes ${all} routes, of which ${made.length} are understood here`)
  }
  const paths = new Map<string, string>([['root', '']])
  for (const [, name = '', parent = '', path = ''] of made) {
    const above = paths.get(parent)
    if (above === undefined) {
      throw new Error(`router.ts makes ${name} before ${parent}`)
    }
    paths.set(name, `${above.replace(/\/$/, '')}/${path.replace(/^\//, '')}`)
  }
  paths.delete('root')
  return [...new Set([...paths.values()].map((path) => path.replace(/(.)\/$/, '$1')))]
}

/** What stands in an address for a name, such as the id of a campaign for $campaign. */
export type Places = Readonly<Record<string, string>>

/** The address of a page from the root of its house. */
export function addressOf(route: string, places: Places): string {
  return route.replaceAll(/\$(\w+)/g, (_, name: string) => {
    const place = places[name]
    if (place === undefined) {
      throw new Error(`${route} has a $${name}, for which the story has nothing`)
    }
    return place
  })
}

/** The places of one thing of each kind that is in a house. */
export async function placesIn(house: House): Promise<Places> {
  const { campaigns, sources, followUps } = await house.ask<{
    campaigns: { id: string }[]
    sources: { id: string }[]
    followUps: { nodes: { number: number }[] }
  }>('{ campaigns { id } sources { id } followUps(first: 1) { nodes { number } } }')
  const nothing = '00000000-0000-7000-8000-000000000000'
  return {
    campaign: campaigns[0]?.id ?? nothing,
    source: sources[0]?.id ?? nothing,
    number: `${followUps.nodes[0]?.number ?? 1}`,
  }
}
