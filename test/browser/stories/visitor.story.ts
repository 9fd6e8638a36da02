import { openAlone, openDesk } from '../stage/panel.ts'
import { actionsAt } from '../stage/recorder.ts'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

// A visitor leaves when they like, and nothing is lost by it.

test('the visitor closes first, and the operator picks the code after', async ({ page, house }) => {
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK', undoDelay: 0 })
  const dana = await shop.hire('Dana K.')
  await shop.close('chat-1', { closedBy: 'visitor' })
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(dana)
  await expect(panel.state).toHaveText('Waits for OK')
  await panel.expectRecipients(shop.at('standard'))
  await panel.code('lead').click()
  await panel.expectRecipients(shop.at('sales'))
  await panel.ok.click()
  await panel.expectReceipt('Sent', shop.at('sales'))
  expect(await shop.countMailsTo('standard')).toBe(0)
})

test('from the close to the mail it is a code and an OK', async ({ page, house }) => {
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK', undoDelay: 1 })
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(await shop.hire('Dana K.'))
  await expect(panel.state).toHaveText('Chat open')

  await shop.close('chat-1', { closedBy: 'visitor' })
  await expect(panel.state).toHaveText('Waits for OK')
  await actionsAt(page) // of before
  await panel.code('lead').click()
  await panel.ok.click()
  await shop.mailTo('sales')
  const actions = await actionsAt(page)
  expect(actions).toEqual(['click', 'click'])
  expect(actions.length).toBeLessThanOrEqual(3)
})

test('where a code is required, OK waits for one, in words, and the visitor does not', async ({ page, house, newBrowser }) => {
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK', requireCode: true, undoDelay: 0 })
  const [dana, rosa] = [await shop.hire('Dana K.'), await shop.hire('Rosa L.')]
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(dana)
  await expect(panel.state).toHaveText('Chat open')
  await expect.poll(() => panel.toldDesk()).toMatchObject({ conversation: 'chat-1', canClose: false, state: 'open' })

  await shop.close('chat-1', { closedBy: 'visitor' })
  await expect(panel.state).toHaveText('Needs a code')
  await panel.ok.click()
  await expect(panel.trouble).toHaveText(/Pick a code first/)
  await expect(panel.state).toHaveText('Needs a code')

  // A colleague finds it among those that wait, and clears it.
  const list = await openAlone(await newBrowser(), shop)
  await list.signIn(rosa)
  await list.root.getByRole('button', { name: /Ines Moreau/ }).click()
  await list.code('lead').click()
  await list.expectRecipients(shop.at('sales'))
  await list.ok.click()
  await list.expectReceipt('Sent', shop.at('sales'))
  await panel.expectReceipt('Sent', shop.at('sales'))
})

test('picking the required code tells the chat app that it may close', async ({ page, house }) => {
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK', requireCode: true })
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(await shop.hire('Dana K.'))
  await expect.poll(() => panel.toldDesk()).toMatchObject({ canClose: false })
  await panel.code('lead').click()
  await expect.poll(() => panel.toldDesk()).toMatchObject({ conversation: 'chat-1', canClose: true })
})
