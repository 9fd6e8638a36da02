import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Frame, type Page, test } from '@playwright/test'
import type axeCore from 'axe-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Looks with axe for what keeps people with disabilities out of a page, or out of a frame of one: there must be nothing. */
export async function expectAccessible(page: Page | Frame): Promise<void> {
  await page.evaluate(source) // evaluated, not loaded, so that the page's policy needs no hole
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axeCore }).axe.run()
    return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html}: ${node.failureSummary}`))
  })
  expect(found).toEqual([])
}

/** Looks at a page in both schemes, on a wide screen and on a narrow one: everybody can use it, and nothing sticks out sideways. */
export async function expectForEverybody(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 360]) {
      await test.step(`${colorScheme}, ${width} pixels wide`, async () => {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 800 })
        await expectAccessible(page)
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 'what sticks out').toBeLessThanOrEqual(
          0,
        )
      })
    }
  }
}
