// Plays a chat at the demo's /try up to the operator's OK, and takes a picture of it:
//   node scripts/picture-of-the-window.mjs http://127.0.0.1:8080/try window.png
import { createRequire } from 'node:module'

const { chromium } = createRequire(new URL('../test/browser/', import.meta.url))('@playwright/test')
const [address, picture] = process.argv.slice(2)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage({ viewport: { width: 1160, height: 780 }, deviceScaleFactor: 1.5, colorScheme: 'light', locale: 'en-GB' })
await page.goto(address)

const sample = (part) => page.locator('.sample').nth(part).click()
for (const part of [0, 1, 0, 1]) await sample(part)
const operator = page.frameLocator('iframe')
await operator.getByLabel(/^lead/).check()
await page.getByRole('button', { name: 'End the chat' }).click()
await page.getByText('ended the chat').waitFor()
await operator.getByLabel(/^specialist/).check()
await operator.getByRole('textbox', { name: 'Note' }).fill('She wants a call before noon.')
await operator.getByText('ines.okafor@fernhill.example', { exact: true }).waitFor()
await page.screenshot({ path: picture })
await browser.close()
