import type { FrameLocator, Page } from '@playwright/test'
import { expectAccessible } from '../stage/axe.ts'
import { House } from '../stage/house.ts'
import { expect, test } from '../stage/story.ts'

/** Opens the demo's page, plays four lines of the chat, and returns the window. */
async function play(page: Page): Promise<FrameLocator> {
  const demo = await House.find('demo')
  await page.goto(`${demo.url}/try`)
  for (const part of [0, 1, 0, 1]) await page.locator('.sample').nth(part).click()
  await expect(page.getByRole('log').getByRole('listitem')).toHaveCount(4)
  return page.frameLocator('iframe')
}

/** Where the chat is, in a word, as the window says it. */
const state = (operator: FrameLocator) => operator.locator('header').getByRole('status')

test('in the demo a chat is played up to its mail in the outbox, and nobody has to sign in', async ({ page, trouble }) => {
  trouble.expect(/frame is sandboxed/) // the mail's, in which nothing runs, and so what the stage would run neither
  const operator = await play(page)
  await page.getByRole('button', { name: 'End the chat' }).click()
  await expect(page.getByRole('alert')).toContainText('Pick a success code first')
  await operator.getByLabel(/^lead/).check()
  await expect(operator.getByRole('region', { name: 'Goes to' }).getByRole('listitem')).toHaveText([/sales@fernhill\.example/])
  await operator.getByLabel('Note', { exact: true }).fill('She wants a call before noon.')
  await expect(operator.getByText('Saved', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'End the chat' }).click()
  await expect(page.getByText('Lotte Visser ended the chat.')).toBeVisible()
  await expect(state(operator)).toHaveText('Waits for OK')
  await operator.getByRole('button', { name: /^OK, send/ }).click()
  await operator.getByRole('button', { name: 'Undo' }).click()
  await expect(state(operator)).toHaveText('Waits for OK')
  await operator.getByRole('button', { name: /^OK, send/ }).click()
  await operator.getByRole('button', { name: 'Send now' }).click()
  await expect(operator.getByRole('region', { name: 'Receipt' }).getByRole('listitem')).toHaveText([/sales@fernhill\.example/])

  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: /^\[lead\] Chat with Noor Jansen/ }).click()
  const followUp = await opened
  await expect(followUp).toHaveURL(/\/follow-ups\/\d+$/)
  const number = Number(followUp.url().split('/').at(-1))
  const answer = await followUp.evaluate(async (number) => {
    const query = `{ followUpByNumber(number: ${number}) { mails { id } receipt { recipient { email } } } }`
    const body = JSON.stringify({ query })
    const response = await fetch('graphql', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
    return (await response.json()).data.followUpByNumber
  }, number)
  expect(answer.receipt).toEqual([{ recipient: { email: 'sales@fernhill.example' } }])
  await followUp.goto(`${new URL(page.url()).origin}/mails/${answer.mails[0].id}/html`)
  await expect(followUp.getByRole('article')).toContainText('She wants a call before noon.')
})

test('in the demo a visitor leaves, and the chat waits for its code', async ({ page }) => {
  const operator = await play(page)
  await page.getByRole('button', { name: 'Leave the chat' }).click()
  await expect(page.getByText('It waits for a code')).toBeVisible()
  await expect(state(operator)).toHaveText('Needs a code')

  await page.getByRole('button', { name: 'Start another chat' }).click()
  await expect(state(operator)).toHaveText('Chat open')
  await expect(page.getByText('Nobody has said anything yet.')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1180]) {
    test(`everybody can use the demo's page, ${colorScheme}, at ${width} pixels`, async ({ newBrowser }) => {
      const page = await newBrowser({ colorScheme, viewport: { width, height: 760 } })
      const operator = await play(page)
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Leave the chat' }).click()
      await expect(state(operator)).toHaveText('Needs a code')
      await expectAccessible(page)
    })
  }
}
