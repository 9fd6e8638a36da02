// Takes the pictures of the docs, of a demo that has told its story:
//   node scripts/pictures.mjs http://127.0.0.1:8080 docs/pictures
import { createRequire } from 'node:module'
import { join } from 'node:path'

const { chromium } = createRequire(new URL('../test/browser/', import.meta.url))('@playwright/test')
const [demo, folder] = process.argv.slice(2)
const executablePath = process.env.TEST_CHROMIUM || '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const file = (name) => join(folder, `${name}.png`)

/** Opens a page in a browser of its own, of that size in pixels. Whoever opens one in the demo is its owner from then on. */
async function open(address, { width = 1280, height = 800, sharp = 1 } = {}) {
  const page = await browser.newPage({
    viewport: { width, height }, deviceScaleFactor: sharp, colorScheme: 'light', locale: 'en-GB', reducedMotion: 'reduce',
  })
  await page.goto(demo + address)
  return page
}

/** Asks the API, as a page does. */
async function ask(query) {
  const page = await open('/follow-ups')
  const answer = await page.evaluate(async (body) => {
    const response = await fetch('graphql', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
    return response.json()
  }, JSON.stringify({ query }))
  await page.close()
  return answer.data
}

/** Takes a picture of one of the admin's pages, once all of it is there. */
async function takePage(name, address, prepare = async () => {}) {
  const page = await open(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await prepare(page)
  if (await page.getByText('There is no such page').isVisible()) throw new Error(`there is no page at ${address}`)
  while ((await page.locator('.progress, [aria-busy=true]').count()) > 0) await page.waitForTimeout(50)
  await page.screenshot({ path: file(name) })
  await page.close()
}

/** The mail of a follow-up, as it comes to its reader. */
async function takeMail(id) {
  const page = await open('/follow-ups', { width: 660, height: 1060, sharp: 1.5 })
  await page.goto(`${demo}/mails/${id}/html?scheme=light`)
  await page.screenshot({ path: file('mail') })
  await page.close()
}

/** The window beside a chat that has just ended, played at /try. */
async function takeWindow() {
  const page = await open('/try', { width: 1160, height: 780, sharp: 1.5 })
  for (const part of [0, 1, 0, 1]) await page.locator('.sample').nth(part).click()
  const operator = page.frameLocator('iframe')
  await operator.getByLabel(/^lead/).check()
  await page.getByRole('button', { name: 'End the chat' }).click()
  await page.getByText('ended the chat').waitFor()
  await operator.getByLabel(/^specialist/).check()
  await operator.getByRole('textbox', { name: 'Note' }).fill('She wants a call before noon.')
  await operator.getByText('ines.okafor@fernhill.example', { exact: true }).waitFor()
  await page.screenshot({ path: file('window') })
  await page.close()
}

// The fourth chat has everything: a note, an urgent mark, a code and an extra address.
const { campaigns, followUpByNumber } = await ask('{ campaigns { id } followUpByNumber(number: 4) { mails { id } } }')
const campaign = `/campaigns/${campaigns[0].id}`
await takeMail(followUpByNumber.mails[0].id)
await takePage('inbox', '/follow-ups')
await takePage('follow-up', '/follow-ups/4')
await takePage('goals', `${campaign}/goals`)
await takePage('addresses', `${campaign}/addresses`)
await takePage('mail-settings', `${campaign}/mail`)
await takePage('reports', '/reports')
await takePage('sources', '/sources')
await takeWindow()
await browser.close()
