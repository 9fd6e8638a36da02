import { type BrowserContext, expect } from '@playwright/test'
import { reports } from './house.ts'

/** What went wrong in browsers during a story: it must be nothing but what the story expects. */
export class Trouble {
  readonly #seen: string[] = []
  readonly #expected: RegExp[] = []

  /** Watches all pages of a browser, and all frames in them. */
  async watch(context: BrowserContext): Promise<void> {
    context.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        this.#seen.push(`${message.type()} on the console of ${message.location().url}: ${message.text()}`)
      }
    })
    context.on('weberror', (thrown) => this.#seen.push(`thrown on ${thrown.page()?.url()}: ${thrown.error().stack}`))
    await context.addInitScript(() => {
      window.addEventListener('securitypolicyviolation', (event) => {
        console.error(`the policy's ${event.effectiveDirective} refuses ${event.blockedURI}`)
      })
    })
  }

  /** Says that trouble of this kind belongs to the story. */
  expect(kind: RegExp): void {
    this.#expected.push(kind)
  }

  /** Waits until trouble of this kind has come, which belongs to the story. */
  async comes(kind: RegExp): Promise<void> {
    this.expect(kind)
    await expect.poll(async () => (await this.#all()).some((one) => kind.test(one)), { message: `trouble of the kind ${kind}` }).toBe(true)
  }

  /** All that the story does not expect. */
  async unexpected(): Promise<string[]> {
    return (await this.#all()).filter((one) => !this.#expected.some((kind) => kind.test(one)))
  }

  async #all(): Promise<string[]> {
    for (const report of await reports()) {
      this.#seen.push(`a browser reports ${JSON.stringify(report)}`)
    }
    return this.#seen
  }
}
