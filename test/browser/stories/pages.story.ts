import { expectAccessible } from '../stage/axe.ts'
import { House, type Person } from '../stage/house.ts'
import type { Office } from '../stage/office.ts'
import { addressOf, type Places, placesIn, routes } from '../stage/routes.ts'
import { expect, test } from '../stage/story.ts'

// Everybody can use every page that there is, however much is on it.

/** Looks at a page in both schemes, on a wide screen and on a narrow one. */
async function look(office: Office): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 360]) {
      await test.step(`${colorScheme}, ${width} pixels wide`, async () => {
        await office.page.emulateMedia({ colorScheme })
        await office.page.setViewportSize({ width, height: 800 })
        await expectAccessible(office.page)
        expect(await office.sticksOut(), 'what sticks out').toBeLessThanOrEqual(0)
      })
    }
  }
}

for (const { name, find } of [
  { name: 'in the demo', find: async () => ({ house: await House.find('demo') }) },
  {
    name: 'in an account with nothing in it',
    find: async () => {
      const { house } = await House.build()
      return { house, owner: await house.hire('Ada Winter', 'ada@company.example', 'OWNER') }
    },
  },
]) {
  test.describe(name, () => {
    let found: { house: House; owner?: Person }
    let places: Places

    test.beforeAll(async () => {
      found = await find()
      places = await placesIn(found.house)
    })

    for (const route of routes) {
      test(`nothing keeps anybody out of ${route}`, async ({ newOffice }) => {
        const office = await newOffice(found.house, found.owner)
        await office.open(addressOf(route, places))
        await look(office)
      })
    }
  })
}
