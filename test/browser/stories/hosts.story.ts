import { House } from '../stage/house.ts'
import { openAlone, openChatwoot, openDesk } from '../stage/panel.ts'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

// The window in other places than a desk of our own protocol at the root of a site.

test('below a path of a site, all is as at its root', async ({ page }) => {
  const shop = await Shop.open(await House.find('prefixed'), { mode: 'OPERATOR_OK', undoDelay: 0 })
  expect(new URL(shop.window).pathname).toMatch(/^\/x\/postchat\/panel\//)
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(await shop.hire('Dana K.'))
  await panel.code('lead').click()
  await shop.close('chat-1')
  await panel.expectRecipients(shop.at('sales'))
  await panel.ok.click()
  await panel.expectReceipt('Sent', shop.at('sales'))
})

test('in a window of its own it is about the chat that its address names', async ({ page, house }) => {
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK', undoDelay: 0, frameOrigins: [] })
  const panel = await openAlone(page, shop, 'chat/1 & more')
  await panel.signIn(await shop.hire('Dana K.'))
  await shop.close('chat/1 & more', { codes: ['lead'] })
  await panel.expectRecipients(shop.at('sales'))
  await panel.ok.click()
  await panel.expectReceipt('Sent', shop.at('sales'))
})

test('a desk with many chats shows each with its own', async ({ page, house }) => {
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK', undoDelay: 0 })
  const panel = await openDesk(page, shop, ['chat-1', 'chat-2'])
  await panel.signIn(await shop.hire('Dana K.'))
  await shop.close('chat-1', { visitor: { name: 'Ines Moreau' } })
  await shop.close('chat-2', { visitor: { name: 'Tom Okafor' } })
  const name = panel.root.getByRole('heading', { level: 1 })
  await expect(name).toHaveText('Ines Moreau')
  await page.getByRole('button', { name: 'Chat chat-2' }).click()
  await expect(name).toHaveText('Tom Okafor')
  await page.getByRole('button', { name: 'Chat chat-1' }).click()
  await expect(name).toHaveText('Ines Moreau')
})

test('in Chatwoot the window is about the conversation that is open, and knows it before it closes @everywhere', async ({
  page,
  house,
}) => {
  const shop = await Shop.open(house, { vendor: 'chatwoot', mode: 'OPERATOR_OK', undoDelay: 0 })
  const conversation = await shop.inChatwoot('open', 'We need 40 desk lamps.', 'Mira Oduya')
  const panel = await openChatwoot(page, shop, [conversation, 4711])
  await panel.signIn(await shop.hire('Dana K.'))
  await expect(panel.state).toHaveText('Chat open')
  await expect(panel.root.getByRole('heading', { level: 1 })).toHaveText('Mira Oduya')
  await panel.root.getByText('Transcript').click()
  await expect(panel.root.getByText('We need 40 desk lamps.')).toBeVisible()
  await panel.code('lead').click()
  await page.getByRole('button', { name: 'Conversation 4711' }).click()
  await expect(panel.state).toHaveText('Chat open')
  await expect(panel.root.getByText('The chat vendor has no such conversation.')).toBeVisible()
  await expect(panel.code('lead')).not.toBeChecked()
  await page.getByRole('button', { name: `Conversation ${conversation}` }).click()
  await expect(panel.code('lead')).toBeChecked()

  await shop.inChatwoot('agent', 'You get a quote today.')
  await shop.inChatwoot('note', 'A big one!')
  await shop.inChatwoot('resolve')
  await expect(panel.state).toHaveText('Waits for OK')
  await expect(panel.root.getByRole('heading', { level: 1 })).toHaveText('Mira Oduya')
  await panel.ok.click()
  await panel.expectReceipt('Sent', shop.at('sales'))
  const mail = await shop.mailTo('sales')
  expect(mail.text).toContain('You get a quote today.')
  expect(mail.text).not.toContain('A big one!')
})
