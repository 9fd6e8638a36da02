import { enter, openDesk } from '../stage/panel.ts'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

// How operators come into the window, and out: never by a cookie in a frame.

test('the window has no cookie, though the browser has one for our site', async ({ page, house, context }) => {
  const shop = await Shop.open(house)
  const cookies: Promise<string | null>[] = []
  page.on('request', (request) => {
    if (request.url().startsWith(house.url)) cookies.push(request.headerValue('cookie'))
  })
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(await shop.hire('Dana K.'))
  await expect(panel.state).toHaveText('Chat open')
  expect(await context.cookies(house.url)).not.toEqual([])
  await page.reload()
  await expect(panel.state).toHaveText('Chat open')
  expect(cookies.length).toBeGreaterThan(5)
  expect((await Promise.all(cookies)).filter((cookie) => cookie !== null)).toEqual([])
})

test('where the pop-up cannot reach the window, a code is typed into it', async ({ page, house, context, trouble }) => {
  const shop = await Shop.open(house)
  const panel = await openDesk(page, shop, ['chat-1'])
  const opened = page.waitForEvent('popup')
  await panel.root.getByRole('button', { name: 'Sign in' }).click()
  const popUp = await opened
  await popUp.waitForURL(/signin/)
  const address = popUp.url()
  await popUp.close()
  const alone = await context.newPage() // by hand, so that nobody has opened it
  await alone.goto(address)
  await enter(alone, await shop.hire('Dana K.'))
  await alone.getByRole('button', { name: 'Sign in' }).click()
  const code = await alone.locator('output').innerText()

  await panel.root.getByLabel('Code that the page shows').fill(code === '000 000' ? '111111' : '000000')
  await panel.root.getByRole('button', { name: 'Use the code' }).click()
  await expect(panel.trouble).toBeVisible()
  trouble.expect(/on the console of .*graphql/)
  await panel.root.getByLabel('Code that the page shows').fill(code)
  await panel.root.getByRole('button', { name: 'Use the code' }).click()
  await expect(panel.state).toHaveText('Chat open')
})

test('a person who was disabled is out, and what they wrote stays', async ({ page, house, context, trouble }) => {
  trouble.expect(/Failed to load resource: .* 401/) // what a browser says of a refusal
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK' })
  const dana = await shop.hire('Dana K.')
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(dana)
  await panel.code('lead').click()
  await expect(panel.root.getByText('Saved', { exact: true })).toBeVisible()
  await shop.disable(dana)
  await panel.note.fill('One more word')
  await expect(panel.root.getByText(/Your sign-in has ended/)).toBeVisible()
  await context.clearCookies()
  await panel.signIn(await shop.hire('Rosa L.'))
  await expect(panel.code('lead')).toBeChecked()
  await expect(panel.note).toHaveValue('One more word')
})
