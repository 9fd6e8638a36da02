import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test'
import type { House, Person } from './house.ts'
import { enter, tabTo } from './panel.ts'

/** The pages by which admins run a house, as somebody who is signed in has them. */
export class Office {
  readonly page: Page
  readonly #house: House

  /** What is on the page, without what is around it on all pages. */
  readonly main: Locator
  readonly heading: Locator
  /** The way to all pages. */
  readonly navigation: Locator
  /** What went wrong, in words. */
  readonly trouble: Locator
  /** Whether changes are heard of; pressed to pause that, or to go on. */
  readonly live: Locator
  /** The way back from what was just done. */
  readonly undo: Locator
  readonly dialog: Locator

  constructor(page: Page, house: House) {
    this.page = page
    this.#house = house
    this.main = page.getByRole('main')
    this.heading = this.main.getByRole('heading', { level: 1 })
    this.navigation = page.getByRole('navigation', { name: 'Pages' })
    this.trouble = this.main.getByRole('alert')
    this.live = page.getByRole('button', { name: /^(Live|Reconnecting|Paused)$/ })
    this.undo = page.getByRole('button', { name: 'Undo' })
    this.dialog = page.getByRole('dialog')
  }

  /** Opens a page by its address from the root of the house, and returns when all of it is there. */
  async open(address: string): Promise<void> {
    await this.page.goto(this.#house.url + address)
    await this.settle()
  }

  /** Goes to a page as people do: by the navigation, which is behind a button where the screen is narrow. */
  async go(name: string): Promise<void> {
    const menu = this.page.getByRole('button', { name: 'Menu', exact: true })
    if ((await menu.isVisible()) && !(await this.navigation.isVisible())) await menu.click()
    await this.navigation.getByRole('link', { name }).click()
    await expect(this.navigation.getByRole('link', { name })).toHaveAttribute('aria-current', 'page')
    await this.settle()
  }

  /** Waits until the page has its title, and nothing on it is still being asked for. */
  async settle(): Promise<void> {
    await expect(this.heading).toBeVisible()
    await expect(this.main.locator('.progress, [aria-busy=true]')).toHaveCount(0)
  }

  /** The pages that the navigation leads to, without the campaigns. */
  async places(): Promise<string[]> {
    const names = await this.navigation.locator(':scope > ul > li > a').allInnerTexts()
    return names.map((name) => name.split('\n')[0] ?? '')
  }

  /** The row of a table that has all of these texts in it. */
  row(...texts: (string | RegExp)[]): Locator {
    return texts.reduce<Locator>((rows, text) => rows.filter({ hasText: text }), this.main.getByRole('row'))
  }

  /** Moves the focus to something as a person without a mouse does: by the Tab key. */
  async tabTo(target: Locator): Promise<void> {
    await tabTo(this.page, target)
  }

  /** Asks the API by hand, as a script in the page could; answers with the code of what it refuses, or with undefined. */
  async refusalOf(query: string, variables: Record<string, unknown> = {}): Promise<string | undefined> {
    const answer = await this.page.evaluate(async (asked) => {
      const headers = { 'Content-Type': 'application/json' }
      const response = await fetch(new URL('graphql', document.baseURI), { method: 'POST', headers, body: asked })
      return response.json()
    }, JSON.stringify({ query, variables }))
    return answer.errors?.[0]?.extensions?.code
  }
}

/** Signs somebody in, by the form that asks for it on whatever page they wanted, and returns when they are there. */
export async function signIn(page: Page, house: House, person: Person, address = '/follow-ups'): Promise<void> {
  await page.goto(house.url + address)
  await enter(page, person)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(house.url + address)
}

/** What a browser keeps of somebody who is signed in. */
export type Kept = Awaited<ReturnType<BrowserContext['storageState']>>
