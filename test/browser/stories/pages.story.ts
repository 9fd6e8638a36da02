import { expectForEverybody } from '../stage/axe.ts'
import { House, type Person } from '../stage/house.ts'
import { aimedAtPreview } from '../stage/panel.ts'
import { addressOf, type Places, placesIn, routes } from '../stage/routes.ts'
import { test } from '../stage/story.ts'

// Everybody can use every page that there is, however much is on it.

/** Where pages are looked at. */
interface Scene {
  house: House
  owner?: Person
  places: Places
}

async function openDemo(): Promise<Scene> {
  const house = await House.find('demo')
  return { house, places: await placesIn(house) }
}

async function buildEmpty(): Promise<Scene> {
  const { house } = await House.build()
  return { house, owner: await house.hire('Ada Winter', 'ada@company.example', 'OWNER'), places: {} }
}

async function buildBare(): Promise<Scene> {
  const empty = await buildEmpty()
  await empty.house.ask('mutation { createCampaign(input: { name: "Bare" }) { campaign { id } } }')
  const { campaign } = await placesIn(empty.house)
  await empty.house.ask(
    'mutation($campaign: ID!) { createSource(input: { name: "Bare", vendor: "postchat", defaultCampaign: $campaign }) { secret } }',
    { campaign },
  )
  return { ...empty, places: await placesIn(empty.house) }
}

const ofOneThing = (route: string) => route.includes('$')
for (const { name, set, pages } of [
  { name: 'in the demo', set: openDemo, pages: routes },
  { name: 'in an account with nothing in it', set: buildEmpty, pages: routes.filter((route) => !ofOneThing(route)) },
  { name: 'of a campaign and a source with nothing in them', set: buildBare, pages: routes.filter(ofOneThing) },
]) {
  test.describe(name, () => {
    let scene: Scene

    test.beforeAll(async () => {
      scene = await set()
    })

    for (const route of pages) {
      test(`nothing keeps anybody out of ${route}`, async ({ newOffice, trouble }) => {
        trouble.expect(aimedAtPreview)
        const office = await newOffice(scene.house, scene.owner)
        await office.open(addressOf(route, scene.places))
        await expectForEverybody(office.page)
      })
    }
  })
}
