import { turnedWords } from '../stage/hostile.ts'
import { expect, test } from '../stage/story.ts'

// What the other stories take for granted of the browser, so that a window which works here works for operators.

const tracker = 'https://tracker.example/'
const framed = `https://stranger.example/?frame=${encodeURIComponent(tracker)}`

test('a cookie is sent to the site that is visited, and to no site in a frame of another', async ({ page }) => {
  await page.goto(tracker)
  await page.reload()
  await expect(page.locator('#cookies')).toHaveText('visited=yes')

  await page.goto(framed)
  await expect(page.frameLocator('iframe').locator('#cookies')).toBeEmpty()
  await page.reload()
  await expect(page.frameLocator('iframe').locator('#cookies')).toBeEmpty()
})

test('a site in a frame has a memory of its own there', async ({ page }) => {
  await page.goto(tracker)
  await page.reload()
  await expect(page.locator('#memory')).toHaveText('yes')

  await page.goto(framed)
  await expect(page.frameLocator('iframe').locator('#memory')).toBeEmpty()
  await page.reload()
  await expect(page.frameLocator('iframe').locator('#memory')).toHaveText('yes')
})

test('words that a text turns around are found, and that only', async ({ page }) => {
  const name = 'Ines \u202Exyz'
  await page.setContent(`<p>${name} <b>wrote this</b></p><p><bdi>${name}</bdi> <b>wrote that</b></p><p>שלום and more</p>`)
  expect(await turnedWords(page.mainFrame())).toEqual(['wrote this'])
})
