import { openDesk, type Panel } from '../stage/panel.ts'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

// What the window is for: from a code to a delivered mail.

/** How a person works at the window. */
interface Hand {
  name: string
  pick(panel: Panel, label: string, key: string): Promise<void>
  add(panel: Panel, address: string): Promise<void>
  write(panel: Panel, note: string): Promise<void>
  ok(panel: Panel): Promise<void>
  undo(panel: Panel): Promise<void>
  sendNow(panel: Panel): Promise<void>
}

const mouse: Hand = {
  name: 'by mouse',
  pick: (panel, label) => panel.code(label).click(),
  add: async ({ address, root }, text) => {
    await address.click()
    await address.pressSequentially(text)
    await root.getByRole('button', { name: 'Add', exact: true }).click()
  },
  write: async ({ note }, text) => {
    await note.click()
    await note.pressSequentially(text)
  },
  ok: ({ ok }) => ok.click(),
  undo: ({ undo }) => undo.click(),
  sendNow: ({ sendNow }) => sendNow.click(),
}

const keyboard: Hand = {
  name: 'by keyboard alone',
  pick: async (panel, label, key) => {
    await panel.tabTo(panel.root.getByRole('button', { name: 'All waiting chats' })) // into the frame
    await panel.page.keyboard.press(key)
    await expect(panel.code(label)).toBeChecked()
  },
  add: async ({ page, address }, text) => {
    await page.keyboard.press('a')
    await expect(address).toBeFocused()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  },
  write: async (panel, text) => {
    await panel.tabTo(panel.note)
    await panel.page.keyboard.type(text)
  },
  ok: ({ page }) => page.keyboard.press('Control+Enter'),
  undo: async (panel) => {
    await panel.tabTo(panel.undo)
    await panel.page.keyboard.press('Enter')
  },
  sendNow: async (panel) => {
    await panel.tabTo(panel.sendNow)
    await panel.page.keyboard.press('Enter')
  },
}

for (const hand of [mouse, keyboard]) {
  test(`a code, an address and a note become a delivered mail, ${hand.name} @everywhere`, async ({ page, house }) => {
    const shop = await Shop.open(house, { mode: 'OPERATOR_OK', undoDelay: 60 })
    const panel = await openDesk(page, shop, ['chat-1'])
    await panel.signIn(await shop.hire('Dana K.'))
    await expect(panel.state).toHaveText('Chat open')
    await hand.pick(panel, 'lead', '1')
    await panel.expectRecipients(shop.at('sales'))

    await shop.close('chat-1')
    await expect(panel.state).toHaveText('Waits for OK')
    await expect(panel.root.getByRole('heading', { level: 1 })).toHaveText('Ines Moreau')
    await panel.expectRecipients(shop.at('sales'))
    await hand.add(panel, shop.at('rosa'))
    await panel.expectRecipients(shop.at('sales'), shop.at('rosa'))
    await hand.write(panel, 'Call after 14:00.')

    await hand.ok(panel)
    await expect(panel.root.getByText(/^Sending to 2 in \d+ s$/)).toBeVisible()
    await hand.undo(panel)
    await expect(panel.ok).toBeEnabled()
    await expect(panel.note).toHaveValue('Call after 14:00.')
    await hand.ok(panel)
    await expect(panel.root.getByText(/^Sending to 2 in \d+ s$/)).toBeVisible()
    expect(await shop.countMailsTo('sales')).toBe(0)
    await hand.sendNow(panel)

    const mail = await shop.mailTo('sales')
    expect(mail.text).toContain('Call after 14:00.')
    expect(await shop.mailTo('rosa')).toEqual(mail)
    await panel.expectReceipt('Sent', shop.at('sales'), shop.at('rosa'))
    await shop.deliverTo('sales')
    await shop.deliverTo('rosa')
    await panel.expectReceipt('Delivered', shop.at('sales'), shop.at('rosa'))
    await expect(panel.state).toHaveText('Delivered')
  })
}

test('what the vendor says of codes counts, and the window adds to it until the hold ends', async ({ page, house }) => {
  const shop = await Shop.open(house, { mode: 'AUTOMATIC', hold: 3600 })
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(await shop.hire('Dana K.'))
  await shop.close('chat-1', { codes: ['support'] })
  await expect(panel.state).toHaveText('Not sent yet')
  await expect(panel.code('support')).toBeChecked()
  await panel.expectRecipients(shop.at('support'), shop.at('nights'))

  await panel.note.fill('Their third chat this week.')
  await panel.urgent.check()
  await expect(panel.root.getByText('Saved', { exact: true })).toBeVisible()
  await shop.sendNow('chat-1')
  const mail = await shop.mailTo('support')
  expect(mail.text).toContain('Their third chat this week.')
  await panel.expectReceipt('Sent', shop.at('support'), shop.at('nights'))
})

test('a code picked instead of the vendor’s counts, and can be given back', async ({ page, house }) => {
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK', allowMultiple: false, undoDelay: 0 })
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(await shop.hire('Dana K.'))
  await shop.close('chat-1', { codes: ['support'] })
  await expect(panel.code('support')).toBeChecked()
  await panel.code('lead').click()
  await panel.expectRecipients(shop.at('sales'))
  await panel.root.getByRole('button', { name: /Use the chat app’s: support/ }).click()
  await panel.expectRecipients(shop.at('support'), shop.at('nights'))
  await panel.code('lead').click()
  await panel.expectRecipients(shop.at('sales'))
  await panel.ok.click()
  await panel.expectReceipt('Sent', shop.at('sales'))
  expect(await shop.countMailsTo('support')).toBe(0)
})

test('a code that leads to nobody says so, and the chat ends without a mail', async ({ page, house }) => {
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK', undoDelay: 0, unaddressed: 'NOT_FORWARDED' })
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(await shop.hire('Dana K.'))
  await shop.close('chat-1')
  await panel.expectRecipients(shop.at('standard'))
  await panel.code('other').click()
  await expect(panel.root.getByText('Goes to nobody').last()).toBeVisible()
  await panel.ok.click()
  await expect(panel.state).toHaveText('Not forwarded')
  await expect(panel.root.getByText('Nobody was mailed.')).toBeVisible()
})

test('an address that is none comes back to be corrected', async ({ page, house }) => {
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK' })
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(await shop.hire('Dana K.'))
  await shop.close('chat-1', { codes: ['lead'] })
  await panel.add('rosa at home')
  await expect(panel.trouble).toHaveText('This is no e-mail address.')
  await expect(panel.address).toHaveValue('rosa at home')
  await panel.add(`Rosa <rosa@partner.example>; ${shop.at('lee')}`)
  await panel.expectRecipients(shop.at('sales'), 'rosa@partner.example', shop.at('lee'))
  await expect(panel.recipients.filter({ hasText: 'partner.example' })).toContainText('outside your company')
  await panel.root.getByRole('button', { name: `Remove ${shop.at('lee')}` }).click()
  await panel.expectRecipients(shop.at('sales'), 'rosa@partner.example')
})
