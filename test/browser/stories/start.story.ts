import { House } from '../stage/house.ts'
import { clicksIn } from '../stage/recorder.ts'
import { expect, test } from '../stage/story.ts'

// From the first start to a mail, by what the pages say alone.

test('whoever starts for the first time sees a mail by a sample, in 10 clicks @everywhere', async ({ page, context, trouble }) => {
  trouble.expect(/frame is sandboxed/) // the mail's, in which nothing runs, and so what the stage would run neither
  const { link } = await House.build()
  await page.goto(link)
  await page.getByLabel('E-mail').fill('ada@company.example')
  await page.getByLabel('Your name').fill('Ada Winter')
  await page.getByLabel(/^Password/).fill('seven old bicycles')
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Begin')
  await page.getByRole('button', { name: 'Make the sample and open the chat' }).click()

  for (const part of [0, 1]) await page.locator('.sample').nth(part).click()
  const operator = page.frameLocator('iframe')
  await operator.getByLabel(/^lead/).click()
  await page.getByRole('button', { name: 'End the chat' }).click()
  await operator.getByRole('button', { name: /^OK, send/ }).click()
  await operator.getByRole('button', { name: 'Send now' }).click()
  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: /^\[lead\]/ }).click()
  const followUp = await opened
  await expect(followUp.getByRole('region', { name: 'Delivery' })).toContainText('kept here, nobody was mailed')
  await followUp.getByRole('region', { name: 'The mail as sent' }).getByText('First').click()
  await expect(followUp.frameLocator('iframe').getByRole('article')).toBeVisible()
  expect(clicksIn(context)).toBe(10)
})
