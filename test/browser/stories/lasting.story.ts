import { openDesk } from '../stage/panel.ts'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

// What was written stays, whatever happens to the browser or to the server.

test('a draft is there after a reload, and after another chat @everywhere', async ({ page, house }) => {
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK' })
  const panel = await openDesk(page, shop, ['chat-1', 'chat-2'])
  await panel.signIn(await shop.hire('Dana K.'))
  await panel.code('support').click()
  await panel.note.fill('Half a thou')
  await page.getByRole('button', { name: 'Chat chat-2' }).click() // in the middle of the word
  await expect(panel.note).toHaveValue('')
  await expect(panel.code('support')).not.toBeChecked()
  await page.getByRole('button', { name: 'Chat chat-1' }).click()
  await expect(panel.note).toHaveValue('Half a thou')
  await panel.note.fill('Half a thought')
  await page.reload()
  await expect(panel.note).toHaveValue('Half a thought')
  await expect(panel.code('support')).toBeChecked()
})

test('a draft is there after the browser’s tab has crashed', async ({ page, context, house }) => {
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK' })
  const dana = await shop.hire('Dana K.')
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(dana)
  await panel.code('lead').click()
  await panel.note.fill('Nearly done')
  await expect(panel.root.getByText('Saved', { exact: true })).toBeVisible()
  const crashed = page.waitForEvent('crash')
  const session = await context.newCDPSession(page)
  session.send('Page.crash').catch(() => {}) // nobody is left to answer
  await crashed

  const again = await openDesk(await context.newPage(), shop, ['chat-1'])
  await again.signInAgain()
  await expect(again.note).toHaveValue('Nearly done')
  await expect(again.code('lead')).toBeChecked()
})

test('the server is killed in the middle and comes back, and nothing is lost @everywhere', async ({ page, newBrowser, house, trouble }) => {
  trouble.expect(/Failed to load resource: (.* 502|net::ERR)/) // what a browser says of a server that is away
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK', undoDelay: 0 })
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(await shop.hire('Dana K.'))
  const other = await openDesk(await newBrowser(), shop, ['chat-1'])
  await other.signIn(await shop.hire('Rosa L.'))
  await panel.code('lead').click()
  await expect(other.code('lead')).toBeChecked()

  await house.kill()
  await expect(panel.state).toHaveText('Connecting again…')
  await panel.note.fill('Written while nobody listened')
  await expect(panel.trouble).toHaveText(/What you wrote is kept here/)
  await house.restart()
  await expect(panel.trouble).toBeHidden()
  await expect(panel.state).toHaveText('Chat open')
  await expect(other.note).toHaveValue('Written while nobody listened')

  await shop.close('chat-1')
  await expect(panel.state).toHaveText('Waits for OK')
  await panel.ok.click()
  await panel.expectReceipt('Sent', shop.at('sales'))
  await other.expectReceipt('Sent', shop.at('sales'))
  expect((await shop.mailTo('sales')).text).toContain('Written while nobody listened')
})
