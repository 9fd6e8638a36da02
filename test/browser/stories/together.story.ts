import { openDesk } from '../stage/panel.ts'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

// However many hands there are, there is one follow-up, and all see the same.

test('two operators write one follow-up @everywhere', async ({ page, newBrowser, house }) => {
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK', allowMultiple: true, undoDelay: 60 })
  const dana = await openDesk(page, shop, ['chat-1'])
  await dana.signIn(await shop.hire('Dana K.'))
  const rosa = await openDesk(await newBrowser(), shop, ['chat-1'])
  await rosa.signIn(await shop.hire('Rosa L.'))

  await dana.code('lead').click()
  await expect(rosa.code('lead')).toBeChecked()
  await rosa.code('support').click()
  await expect(dana.code('support')).toBeChecked()
  await rosa.note.fill('They wait for a call.')
  await expect(dana.note).toHaveValue('They wait for a call.')

  await shop.close('chat-1')
  await dana.expectRecipients(shop.at('sales'), shop.at('support'), shop.at('nights'))
  await rosa.expectRecipients(shop.at('sales'), shop.at('support'), shop.at('nights'))
  await dana.ok.click()
  await expect(rosa.root.getByText('OK by Dana K.')).toBeVisible()
  await rosa.undo.click()
  await expect(dana.ok).toBeVisible()
  await rosa.ok.click()
  await expect(dana.root.getByText('OK by Rosa L.')).toBeVisible()
  await dana.sendNow.click()
  for (const panel of [dana, rosa]) {
    await panel.expectReceipt('Sent', shop.at('sales'), shop.at('support'), shop.at('nights'))
  }
  expect((await shop.mailTo('sales')).text).toContain('They wait for a call.')
})

test('both press OK at once, and one mail goes out @everywhere', async ({ page, newBrowser, house }) => {
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK', undoDelay: 60 })
  const dana = await openDesk(page, shop, ['chat-1'])
  await dana.signIn(await shop.hire('Dana K.'))
  const rosa = await openDesk(await newBrowser(), shop, ['chat-1'])
  await rosa.signIn(await shop.hire('Rosa L.'))
  await shop.close('chat-1', { codes: ['lead'] })
  await expect(dana.state).toHaveText('Waits for OK')
  await expect(rosa.state).toHaveText('Waits for OK')
  await dana.code('lead').focus()
  await rosa.code('lead').focus()
  await Promise.all([dana, rosa].map(({ page }) => page.keyboard.press('Control+Enter')))
  for (const panel of [dana, rosa]) {
    await expect(panel.root.getByText(/^Sending to 1 in \d+ s$/)).toBeVisible()
  }
  await dana.sendNow.click()
  for (const panel of [dana, rosa]) {
    await panel.expectReceipt('Sent', shop.at('sales'))
  }
  expect(await shop.countMailsTo('sales')).toBe(1)
})

test('a double click on OK is one OK, and not an undo', async ({ page, house }) => {
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK', undoDelay: 60 })
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(await shop.hire('Dana K.'))
  await shop.close('chat-1', { codes: ['lead'] })
  await expect(panel.state).toHaveText('Waits for OK')
  await panel.ok.dblclick()
  await expect(panel.root.getByText(/^Sending to 1 in \d+ s$/)).toBeVisible()
  await panel.sendNow.dblclick()
  await panel.expectReceipt('Sent', shop.at('sales'))
  expect(await shop.countMailsTo('sales')).toBe(1)
})

test('OK while the chat closes is an OK for the chat that closed @everywhere', async ({ page, house }) => {
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK', undoDelay: 0 })
  const dana = await shop.hire('Dana K.')
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(dana)
  await panel.code('lead').click()
  await panel.expectRecipients(shop.at('sales'))
  await Promise.all([shop.close('chat-1'), panel.ok.click()])
  await panel.expectReceipt('Sent', shop.at('sales'))
  expect(await shop.countMailsTo('sales')).toBe(1)
})

test('an OK before the close waits for it', async ({ page, house }) => {
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK', undoDelay: 0 })
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(await shop.hire('Dana K.'))
  await panel.code('lead').click()
  await panel.expectRecipients(shop.at('sales'))
  await panel.ok.click()
  await expect(panel.root.getByText('Goes to 1 when the chat closes')).toBeVisible()
  await shop.close('chat-1')
  await panel.expectReceipt('Sent', shop.at('sales'))
})
