import { expect, type Frame, type FrameLocator, type Locator, type Page } from '@playwright/test'
import type { Person } from './house.ts'
import type { Shop } from './shop.ts'

/** What the browser says of a script that the test tool has tried to run in the preview of a mail, where nothing runs. */
export const aimedAtPreview = /Blocked script execution in 'about:srcdoc'/

/** The operator's window, as people see it: in a frame of an agent app, or alone. */
export class Panel {
  readonly page: Page
  readonly root: FrameLocator | Page

  /** Where the chat is, in a word. */
  readonly state: Locator
  /** Who gets it. */
  readonly recipients: Locator
  readonly address: Locator
  readonly note: Locator
  readonly urgent: Locator
  readonly transcript: Locator
  /** What went wrong, in words. */
  readonly trouble: Locator
  readonly ok: Locator
  readonly undo: Locator
  readonly sendNow: Locator
  /** What became of the mails, one for each recipient. */
  readonly receipt: Locator

  constructor(page: Page, root: FrameLocator | Page) {
    this.page = page
    this.root = root
    this.state = root.locator('header').getByRole('status')
    this.recipients = root.getByRole('region', { name: 'Goes to' }).getByRole('listitem')
    this.address = root.getByLabel('Add an address')
    this.note = root.getByLabel('Note', { exact: true })
    this.urgent = root.getByLabel('Urgent')
    this.transcript = root.getByRole('group').filter({ hasText: 'Transcript' })
    this.trouble = root.getByRole('alert')
    this.ok = root.getByRole('button', { name: /^OK, send/ })
    this.undo = root.getByRole('button', { name: 'Undo' })
    this.sendNow = root.getByRole('button', { name: 'Send now' })
    this.receipt = root.getByRole('region', { name: 'Receipt' }).getByRole('listitem')
  }

  /** A success code, to be picked. */
  code(label: string): Locator {
    return this.root.getByRole('group', { name: 'Success code' }).getByLabel(label)
  }

  /** Signs somebody in by the pop-up that the window opens. */
  async signIn(person: Person, button = 'Sign in'): Promise<void> {
    const opened = this.page.waitForEvent('popup')
    await this.root.getByRole('button', { name: button }).click()
    const popUp = await opened
    await enter(popUp, person)
    await popUp.locator('form').getByRole('button').click()
    await expect.poll(() => popUp.isClosed()).toBe(true)
  }

  /** Signs in whoever is signed in at our site already, which asks them nothing. */
  async signInAgain(): Promise<void> {
    const opened = this.page.waitForEvent('popup')
    await this.root.getByRole('button', { name: 'Sign in' }).click()
    const popUp = await opened
    await expect.poll(() => popUp.isClosed()).toBe(true)
  }

  /** What can be read in the preview of the mail. Nothing may be run in its frame, so that it is read from outside. */
  async previewedText(): Promise<string> {
    const preview = this.root.locator('iframe[title="Preview of the mail"]')
    return preview.evaluate((frame) => {
      const mail = new DOMParser().parseFromString((frame as HTMLIFrameElement).srcdoc, 'text/html')
      if (mail.querySelector('script') !== null) throw new Error('there is a script in the mail')
      for (const line of mail.querySelectorAll('br, div, p, td')) line.append('\n')
      for (const br of mail.querySelectorAll('br')) br.replaceWith('\n')
      return mail.body.textContent ?? ''
    })
  }

  /** What the window has told the desk around it last. */
  async toldDesk(): Promise<unknown> {
    return this.page.evaluate(() => (window as unknown as { states: unknown[] }).states.at(-1))
  }

  /** Adds an address by hand. */
  async add(address: string): Promise<void> {
    await this.address.fill(address)
    await this.address.press('Enter')
  }

  /** The window says that these get it, and nobody else. */
  async expectRecipients(...addresses: string[]): Promise<void> {
    await expect(this.recipients).toHaveText(addresses.map((address) => new RegExp(address)))
  }

  /** The receipt says of each of these addresses that its mail is in the state, and speaks of nobody else. */
  async expectReceipt(state: string, ...addresses: string[]): Promise<void> {
    await expect(this.receipt).toHaveText(addresses.sort().map((address) => new RegExp(`${address}${state}`)))
  }

  /** Opens a part of the window that is folded away. */
  async unfold(title: string): Promise<void> {
    await this.root.locator('summary').filter({ hasText: title }).click()
  }

  /** Moves the focus to something as a person without a mouse does: by the Tab key. */
  async tabTo(target: Locator): Promise<void> {
    await tabTo(this.page, target)
  }

  /** The frame of the window, for what cannot be seen. */
  async frame(): Promise<Frame> {
    await expect(this.root.getByRole('main')).toBeVisible()
    const frame = this.page.frames().find((one) => new URL(one.url()).pathname.includes('/panel/'))
    if (frame === undefined) {
      throw new Error('the window is not open')
    }
    return frame
  }
}

/** Moves the focus to something on a page by the Tab key. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target, 'the Tab key leads there').toBeFocused()
}

/** Fills in who signs in. */
export async function enter(page: Page, person: Person): Promise<void> {
  await page.locator('input[name=email]').fill(person.email)
  await page.locator('input[name=password]').fill(person.password)
}

/** Opens an agent app that speaks the documented protocol, with the window in a frame of that width, in pixels. */
export async function openDesk(page: Page, shop: Shop, conversations: string[], width = 400): Promise<Panel> {
  const asked = new URLSearchParams({ window: shop.window, width: String(width) })
  for (const conversation of conversations) {
    asked.append('conversation', conversation)
  }
  await page.goto(`https://desk.example/?${asked}`)
  return new Panel(page, page.frameLocator('iframe[title=Postchat]'))
}

/** Opens Chatwoot, with the window as a dashboard app. */
export async function openChatwoot(page: Page, shop: Shop, conversations: number[]): Promise<Panel> {
  const asked = new URLSearchParams({ window: shop.window })
  for (const conversation of conversations) {
    asked.append('conversation', String(conversation))
  }
  await page.goto(`https://chatwoot.example/?${asked}`)
  return new Panel(page, page.frameLocator('iframe[title=Postchat]'))
}

/** Opens the window alone; about a conversation, or with the list of chats that wait. */
export async function openAlone(page: Page, shop: Shop, conversation?: string): Promise<Panel> {
  await page.goto(conversation === undefined ? shop.window : `${shop.window}#conversation=${encodeURIComponent(conversation)}`)
  return new Panel(page, page)
}
