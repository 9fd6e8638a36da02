import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { House, type Person } from './house.ts'
import { type Kept, Office, signIn } from './office.ts'
import { record } from './recorder.ts'
import { Trouble } from './trouble.ts'

export { expect } from '@playwright/test'

/** What every story is given. */
interface Props {
  /** The server at the root of its site. */
  house: House
  /** What goes wrong in browsers; none of it is forgiven unless the story expects it. */
  trouble: Trouble
  /** Opens a browser of somebody's own, with nothing in it that another has. */
  newBrowser: (options?: BrowserContextOptions) => Promise<Page>
  /**
   * Opens a browser in which somebody is signed in. They sign in by the form the first time; later browsers of theirs have what the
   * first one kept. In the demo nobody has to.
   */
  newOffice: (house: House, person?: Person, options?: BrowserContextOptions) => Promise<Office>
}

/** What browsers keep of people who signed in, by house and e-mail. */
const signedIn = new Map<string, Kept>()

export const test = base.extend<Props>({
  house: async ({}, use) => use(await House.find('root')),

  // Where a story leaves trouble behind, it fails, after its own end.
  trouble: [
    async ({}, use) => {
      const trouble = new Trouble()
      await trouble.unexpected() // the reports of the story before
      await use(trouble)
      expect(await trouble.unexpected()).toEqual([])
    },
    { auto: true },
  ],

  context: async ({ context, trouble }, use) => {
    await prepare(context, trouble)
    await use(context)
  },

  newBrowser: async ({ browser, trouble }, use) => {
    const opened: BrowserContext[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext(options)
      opened.push(context)
      await prepare(context, trouble)
      return context.newPage()
    })
    await Promise.all(opened.map((context) => context.close()))
  },

  newOffice: async ({ newBrowser }, use) =>
    use(async (house, person, options = {}) => {
      const name = `${house.url} ${person?.email}`
      const kept = signedIn.get(name)
      const page = await newBrowser({ viewport: { width: 1280, height: 800 }, ...options, ...(kept && { storageState: kept }) })
      const office = new Office(page, house)
      if (person && !kept) {
        await signIn(page, house, person)
        signedIn.set(name, await page.context().storageState())
      }
      return office
    }),
})

async function prepare(context: BrowserContext, trouble: Trouble): Promise<void> {
  await trouble.watch(context)
  await record(context)
}
