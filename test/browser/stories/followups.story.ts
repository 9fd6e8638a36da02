import { expectAccessible } from '../stage/axe.ts'
import type { House, Person } from '../stage/house.ts'
import type { Office } from '../stage/office.ts'
import { Shop, type ShopOptions } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

// Follow-ups: the next step beside what is wrong, and what is done about them by hand.

/** A shop, and its inbox in the hands of somebody who works there. */
async function openInbox(
  { house, newOffice }: { house: House; newOffice(house: House, person: Person): Promise<Office> },
  options: ShopOptions = {},
) {
  const shop = await Shop.open(house, options)
  const office = await newOffice(house, await shop.hire('Dana K.', 'MANAGER'))
  const inbox = `/follow-ups?campaign=${shop.campaign}`
  return { shop, office, inbox }
}

test('who gets a chat and why is there for whoever points, presses or listens', async ({ house, newOffice }) => {
  const { shop, office, inbox } = await openInbox({ house, newOffice })
  await shop.close('chat-1', { codes: ['support'] })
  await office.open(inbox)
  await expect(office.main.getByRole('list', { name: 'Filters that are set' })).toBeVisible()
  const recipients = office.main.getByRole('button', { name: /who gets it and why/ })
  await expect(office.main.getByText('the code support was given')).toHaveCount(0)
  await recipients.hover()
  await expect(office.main.getByText('the code support was given').first()).toBeVisible()
  await office.page.keyboard.press('Escape')
  await expect(office.main.getByText('the code support was given')).toHaveCount(0)
  await recipients.press('Enter')
  await expect(recipients).toHaveAttribute('aria-expanded', 'true')
  await expect(office.row('the code support was given')).toContainText(shop.at('nights'))
})

test('a refused address is seen, and the chat sent to another one', async ({ house, newOffice }) => {
  const { shop, office, inbox } = await openInbox({ house, newOffice })
  await shop.close('chat-1')
  await shop.bounceTo('standard', '550 no such user here')
  await office.open(`${inbox}&state=failed`)
  await expect(office.row('550 no such user here').getByRole('link', { name: 'Fix the address' })).toBeVisible()
  await expectAccessible(office.page)
  await office.main.getByRole('button', { name: 'Send again…' }).click()
  await expect(office.dialog).toContainText(shop.at('standard'))
  await office.dialog.getByRole('radio', { name: 'To others' }).check()
  const addresses = office.dialog.getByRole('textbox', { name: 'Addresses' })
  await addresses.fill('nobody at all')
  await office.dialog.getByRole('button', { name: 'Send again' }).click()
  await expect(addresses).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(office.page)
  await addresses.fill(`${shop.at('desk')}; ${shop.at('boss')}`)
  await office.dialog.getByRole('button', { name: 'Send again' }).click()
  await expect(office.dialog).toBeHidden()
  expect((await shop.mailTo('desk')).to).toContain(shop.at('boss'))
})

test('what comes while somebody is at a row moves nothing', async ({ house, newOffice }) => {
  const { shop, office, inbox } = await openInbox({ house, newOffice })
  await shop.close('chat-1', { visitor: { name: 'First' } })
  await office.open(inbox)
  await shop.close('chat-2', { visitor: { name: 'Second' } })
  await expect(office.row('Second')).toBeVisible()
  await office.page.keyboard.press('j')
  await shop.close('chat-3', { visitor: { name: 'Third' } })
  await office.page.getByRole('button', { name: 'Show 1 new' }).click()
  await expect(office.row('Third')).toBeVisible()
})

test('filters stand in the address, and each can be taken away', async ({ house, newOffice }) => {
  const { shop, office } = await openInbox({ house, newOffice })
  await shop.close('chat-1', { codes: ['lead'], visitor: { name: 'Coded' } })
  await shop.close('chat-2', { visitor: { name: 'Uncoded' } })
  await office.open('/follow-ups')
  await office.main.getByText('Filter', { exact: true }).click()
  await expect(office.main.getByRole('checkbox', { name: 'Urgent' })).toBeVisible()
  await office.main.getByRole('checkbox', { name: 'Without a code' }).check()
  await expect(office.row('Uncoded')).toBeVisible()
  await expect(office.row('Coded').filter({ hasNotText: 'Uncoded' })).toHaveCount(0)
  await office.page.reload()
  await office.main.getByRole('button', { name: 'Remove the filter: Without a code' }).click()
  await expect(office.row('Coded').filter({ hasNotText: 'Uncoded' })).toBeVisible()
  await expect(office.page).toHaveURL(/follow-ups$/)
})

test('a chat that waits is sent by one press, which can be undone', async ({ house, newOffice }) => {
  const { shop, office } = await openInbox(
    { house, newOffice },
    { mode: 'OPERATOR_OK', requireCode: true, allowMultiple: false, undoDelay: 60 },
  )
  await shop.close('chat-1', { visitor: { name: 'Jonas Weber' } })
  await office.open('/to-be-coded')
  const waiting = office.main.getByRole('listitem').filter({ hasText: 'Jonas Weber' })
  await expect(waiting).toContainText('Needs a code')
  await expectAccessible(office.page)
  await waiting.getByRole('button', { name: /lead/ }).click()
  await expect(office.main.getByText('Nothing to be done')).toBeVisible()
  await expect(office.page.getByText(`goes to ${shop.at('sales')}`)).toBeVisible()
  await office.undo.click()
  await expect(waiting).toBeVisible()
  await waiting.getByRole('link').press('1')
  await expect(office.main.getByText('Nothing to be done')).toBeVisible()
})

test('on the page of a follow-up it is given codes and a note, sent at once, and looked at as it went', async ({ house, newOffice }) => {
  const { shop, office, inbox } = await openInbox({ house, newOffice }, { mode: 'OPERATOR_OK', allowMultiple: true, undoDelay: 60 })
  await shop.close('chat-1', { visitor: { name: 'Jonas Weber' } })
  await office.open(inbox)
  await office.main.getByRole('link', { name: /Jonas Weber/ }).click()
  await expect(office.main.getByRole('checkbox', { name: 'lead' })).not.toBeChecked()
  await office.page.keyboard.press('1')
  await expect(office.main.getByRole('checkbox', { name: 'lead' })).toBeChecked()
  await expect(office.main.getByText('Goes to')).toContainText(shop.at('sales'))
  await office.main.getByRole('textbox', { name: 'Note' }).fill('Call him before five.')
  await expectAccessible(office.page)
  await office.main.getByRole('button', { name: 'OK, send' }).click()
  await office.main.getByRole('button', { name: 'Send now to 1 address' }).click()
  await shop.deliverTo('sales')
  await expect(office.main.getByRole('status').filter({ hasText: 'Delivered' })).toBeVisible()
  await expect(office.main.getByRole('region', { name: 'Note' })).toContainText('Call him before five.')
  await office.main.getByRole('region', { name: 'The mail as sent' }).getByText('First').click()
  // Nothing runs in the frame, not even what would look into it.
  const frame = office.main.locator('iframe')
  await expect(frame).toHaveAttribute('srcdoc', /Call him before five\./)
  await expect(frame).toHaveAttribute('sandbox', '')
  await office.main.getByRole('button', { name: 'Plain text' }).click()
  await expect(office.main.getByRole('region', { name: 'Plain text' })).toContainText('Call him before five.')
})

test('other codes tell who has not got a chat, and mail those only if told to', async ({ house, newOffice }) => {
  const { shop, office, inbox } = await openInbox({ house, newOffice }, { allowMultiple: false })
  await shop.close('chat-1', { codes: ['lead'] })
  await shop.deliverTo('sales')
  await office.open(inbox)
  await office.main.getByRole('link', { name: /Ines Moreau/ }).click()
  await office.main.getByRole('button', { name: 'Other codes…' }).click()
  await office.dialog.getByRole('radio', { name: 'support' }).check()
  await expect(office.dialog).toContainText(shop.at('nights'))
  await expectAccessible(office.page)
  await office.dialog.getByRole('button', { name: 'Change the codes and mail 2 addresses' }).click()
  await expect(office.dialog).toBeHidden()
  await shop.mailTo('nights')
  await expect(office.main.getByRole('region', { name: 'History' })).toContainText('gave it other codes')
})
