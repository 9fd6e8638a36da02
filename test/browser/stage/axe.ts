import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Frame, type Page } from '@playwright/test'
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
