import { openDesk, Panel } from '../stage/panel.ts'
import { heardAt } from '../stage/recorder.ts'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

// The window is for the sites that may have it, and hears nobody else.

test('a site that may not frame the window cannot', async ({ page, house, trouble }) => {
  const shop = await Shop.open(house)
  await page.goto(`https://stranger.example/?frame=${encodeURIComponent(shop.window)}`)
  await trouble.comes(/a browser reports .*frame-ancestors/)
  trouble.expect(/on the console of .*frame-ancestors/)
  expect(page.frames().some((frame) => frame.url().startsWith(house.url))).toBe(false)
})

test('where nobody may frame the window, the desk cannot either', async ({ page, house, trouble }) => {
  const shop = await Shop.open(house, { frameOrigins: [] })
  await openDesk(page, shop, ['chat-1'])
  await trouble.comes(/a browser reports .*frame-ancestors 'none'/)
  trouble.expect(/on the console of .*frame-ancestors/)
})

test('what others post into the window is not heard', async ({ page, house }) => {
  const shop = await Shop.open(house)
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(await shop.hire('Dana K.'))
  await shop.close('secret-chat')
  await expect(panel.state).toHaveText('Chat open')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.postData() ?? ''))

  // A frame of a stranger's beside the window posts to it.
  const forged = { type: 'postchat:open', conversation: 'secret-chat' }
  const stranger = `https://stranger.example/?say=${encodeURIComponent(JSON.stringify(forged))}`
  await page.evaluate((address) => {
    const frame = document.createElement('iframe')
    frame.src = address
    document.body.append(frame)
  }, stranger)
  await expect.poll(() => heardAt(page)).toContainEqual({ origin: 'https://stranger.example', data: forged })
  await panel.code('lead').click()
  await expect(panel.code('lead')).toBeChecked()
  await expect(panel.state).toHaveText('Chat open')
  expect(asked.filter((body) => body.includes('secret-chat'))).toEqual([])
})

test('what a page posts into a window that it has opened is not heard', async ({ page, house }) => {
  const shop = await Shop.open(house)
  await shop.close('secret-chat')
  await page.goto('https://stranger.example/')
  const opened = page.waitForEvent('popup')
  await page.evaluate((address) => Object.assign(window, { opened: window.open(address) }), shop.window)
  const alone = new Panel(await opened, await opened)
  await alone.signIn(await shop.hire('Dana K.'))
  await expect(alone.root.getByRole('heading', { name: 'Open a chat to begin' })).toBeVisible()

  const forged = { type: 'postchat:open', conversation: 'secret-chat' }
  await page.evaluate((message) => (window as unknown as { opened: Window }).opened.postMessage(message, '*'), forged)
  await expect.poll(() => heardAt(alone.page)).toContainEqual({ origin: 'https://stranger.example', data: forged })
  await expect(alone.root.getByRole('heading', { name: 'Open a chat to begin' })).toBeVisible()
})

test('the id of a chat of another source shows nothing of it', async ({ page, house }) => {
  const [shop, other] = [await Shop.open(house, { mode: 'OPERATOR_OK' }), await Shop.open(house, { mode: 'OPERATOR_OK' })]
  await other.close('chat-9')
  const panel = await openDesk(page, shop, ['chat-9'])
  await panel.signIn(await shop.hire('Dana K.'))
  await expect(panel.state).toHaveText('Chat open')
  await expect(panel.root.getByRole('heading', { level: 1 })).toHaveText('Visitor')
  await expect(panel.root.getByText('Ines Moreau')).toBeHidden()
})
