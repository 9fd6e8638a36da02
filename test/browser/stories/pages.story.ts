import { expectAccessible } from '../stage/axe.ts'
import { House, type Person } from '../stage/house.ts'
import type { Office } from '../stage/office.ts'
import { addressOf, type Places, routes } from '../stage/routes.ts'
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

test.describe('in the demo', () => {
  let demo: House
  let places: Places

  test.beforeAll(async () => {
    demo = await House.find('demo')
    const { campaigns, sources } = await demo.ask<{ campaigns: [{ id: string }]; sources: [{ id: string }] }>(
      '{ campaigns { id } sources { id } }',
    )
    places = { campaign: campaigns[0].id, source: sources[0].id, number: '4' }
  })

  for (const route of routes) {
    test(`nothing keeps anybody out of ${route}`, async ({ newOffice }) => {
      const office = await newOffice(demo)
      await office.open(addressOf(route, places))
      await look(office)
    })
  }
})

test.describe('in an account with nothing in it', () => {
  let house: House
  let owner: Person

  test.beforeAll(async () => {
    house = (await House.build()).house
    owner = await house.hire('Ada Winter', 'ada@company.example', 'OWNER')
  })

  for (const route of routes) {
    test(`nothing keeps anybody out of ${route}`, async ({ newOffice }) => {
      const office = await newOffice(house, owner)
      const nowhere = '00000000-0000-7000-8000-000000000000'
      await office.open(addressOf(route, { campaign: nowhere, source: nowhere, number: '1' }))
      await look(office)
    })
  }
})
