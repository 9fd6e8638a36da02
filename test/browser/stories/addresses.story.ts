import type { Locator } from '@playwright/test'
import { expectForEverybody } from '../stage/axe.ts'
import { Office } from '../stage/office.ts'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

// Who gets a campaign's chats: the table is read, tried, changed, published, taken back.

const pageOf = (shop: Shop, search = '') => `/campaigns/${shop.campaign}/addresses${search}`

/** The field of a row, and what is in it. */
const field = (office: Office, row: string): Locator => office.main.getByRole('combobox', { name: `Add an address for ${row}` })
const list = (office: Office, row: string): Locator => office.main.getByRole('group', { name: row, exact: true })
const chip = (office: Office, row: string, address: string): Locator =>
  list(office, row).getByRole('button', { name: `${address}, change` })

async function publish(office: Office, comment: string): Promise<void> {
  await office.main.getByRole('button', { name: 'Try and publish…' }).click()
  await office.dialog.getByLabel('Comment').fill(comment)
  await office.dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(office.dialog).toBeHidden()
}

test('a table is changed, tried on the chats that there were, published and restored @everywhere', async ({ newOffice, house }) => {
  const shop = await Shop.open(house, { mode: 'AUTOMATIC' })
  const manager = await shop.hire('Mara Lind', 'MANAGER')
  await shop.close('chat-1', { codes: ['lead'], visitor: { name: 'Noor Jansen' } })
  await shop.close('chat-2', { codes: ['support'] })
  await house.mailsTo(shop.at('sales'))
  await house.mailsTo(shop.at('support'))

  const office = await newOffice(house, manager)
  await office.open(pageOf(shop))
  await field(office, 'lead').fill(`"Lind, Rosa" <${shop.at('rosa')}>; ${shop.at('desk')}`)
  await field(office, 'lead').press('Enter')
  await expect(chip(office, 'lead', `"Lind, Rosa" <${shop.at('rosa')}>`)).toBeVisible()
  await expect(office.main).toContainText('1 row changed, not published yet')

  await office.main.getByRole('checkbox', { name: 'lead', exact: true }).check()
  await expect(office.page).toHaveURL(/\?test=lead$/)
  await expect(office.main.getByRole('complementary')).toContainText(`Lind, Rosa ${shop.at('rosa')} the code lead was given`)
  await expect(office.main.getByRole('complementary')).toContainText('By your draft')

  await office.main.getByRole('button', { name: 'Try and publish…' }).click()
  await expect(office.dialog).toContainText('Of 2 chats 1 would have gone elsewhere.')
  await expect(office.dialog.getByRole('row', { name: shop.at('desk') })).toContainText('+1')
  await office.dialog.getByText('The newest of them').click()
  await expect(office.dialog.getByRole('link', { name: 'Noor Jansen' })).toHaveAttribute('href', /follow-ups\/\d+$/)
  await office.dialog.getByLabel('Comment').fill('Rosa takes the leads')
  await office.dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(office.page.getByText('Version 2 is published')).toBeVisible()
  await shop.close('chat-3', { codes: ['lead'] })
  await house.mailsTo(shop.at('rosa'))

  await office.undo.click()
  await expect(chip(office, 'lead', shop.at('desk'))).toBeHidden()
  await office.main.getByRole('link', { name: 'Versions' }).click()
  const versions = office.main.getByRole('listitem').filter({ hasText: 'Version 2' })
  await expect(versions).toContainText('Rosa takes the leads')
  await versions.getByRole('button', { name: 'Restore version 2' }).click()
  await expect(office.page.getByText('Version 2 is in force again')).toBeVisible()
  await office.main.getByRole('link', { name: 'List', exact: true }).click()
  await expect(chip(office, 'lead', shop.at('desk'))).toBeVisible()
})

test('an address that refuses mails is replaced in all rows, and what failed there is sent again @everywhere', async ({
  newOffice,
  house,
}) => {
  const shop = await Shop.open(house, { mode: 'AUTOMATIC' })
  const manager = await shop.hire('Mara Lind', 'MANAGER')
  await shop.close('chat-1', { codes: ['support'], visitor: { name: 'Noor Jansen' } })
  await house.bounceTo(shop.at('nights'), '550 5.1.1 no such mailbox here')
  await house.bounceTo(shop.at('standard'), '552 5.2.2 mailbox full')

  const office = await newOffice(house, manager)
  await office.open(pageOf(shop))
  await office.main.getByRole('button', { name: `Refused by ${shop.at('nights')}: see what can be done` }).click()
  await expect(office.dialog).toContainText('550 5.1.1 no such mailbox here')
  await office.dialog.getByRole('combobox').fill(shop.at('days'))
  await office.dialog.getByRole('combobox').press('Enter')
  await office.dialog.getByRole('button', { name: 'Replace it in 1 row' }).click()
  await expect(chip(office, 'support', shop.at('days'))).toBeVisible()
  await publish(office, 'nights left')
  const failed = office.main.getByRole('link', { name: `Failed follow-ups of ${shop.at('nights')}, to send again` })
  const opened = office.page.waitForEvent('popup')
  await failed.click()
  const inbox = new Office(await opened, house)
  await expect(inbox.row('Noor Jansen').first()).toBeVisible()
  await inbox.main.getByRole('button', { name: 'Send again…' }).click()
  await inbox.dialog.getByLabel('To others').check()
  await inbox.dialog.getByLabel('Addresses').fill('days at nowhere')
  await inbox.dialog.getByRole('button', { name: 'Send again', exact: true }).click()
  await expect(inbox.dialog.getByRole('alert')).toBeVisible()
  await inbox.dialog.getByLabel('Addresses').fill(shop.at('days'))
  await inbox.dialog.getByRole('button', { name: 'Send again', exact: true }).click()
  expect((await shop.mailTo('days')).text).toContain('Do you have a bigger plan?')
  await shop.deliverTo('days')
  await expect(inbox.dialog).toBeHidden()
})

test('what is no address stays as text, with what is wrong beside it, and is not published', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open(pageOf(shop))
  await field(office, 'other').fill(`oops; ${shop.at('days')}`)
  await field(office, 'lead').focus()
  await expect(chip(office, 'other', shop.at('days'))).toBeVisible()
  await expect(field(office, 'other')).toHaveValue('oops')
  await expect(field(office, 'other')).toHaveAccessibleDescription(/“oops” has no @/)
  await expect(office.main.getByRole('button', { name: 'Try and publish…' })).toHaveAttribute('aria-disabled', 'true')

  // The server's rules are finer than the page's.
  await field(office, 'other').fill(`days@${'x'.repeat(64)}.example`)
  await field(office, 'other').press('Enter')
  await office.main.getByRole('button', { name: 'Try and publish…' }).click()
  await expect(office.dialog.getByRole('alert').first()).toContainText('more than 63 octets')
})

test('a table is changed by keyboard alone, and leaving asks before a draft is lost', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open(pageOf(shop))
  const keyboard = office.page.keyboard
  await field(office, 'support').focus()
  await keyboard.press('ArrowLeft')
  await expect(chip(office, 'support', shop.at('nights'))).toBeFocused()
  await keyboard.press('Delete')
  await expect(chip(office, 'support', shop.at('support'))).toBeFocused()
  await keyboard.press('Enter')
  await expect(field(office, 'support')).toHaveValue(shop.at('support'))
  await keyboard.press('Home')
  await keyboard.type('Help ')
  await keyboard.press('Tab')
  await expect(field(office, 'support')).toHaveAccessibleDescription(/has a blank in the address/)

  await office.navigation.getByRole('link', { name: 'Follow-ups' }).focus()
  await keyboard.press('Enter')
  await expect(office.dialog).toContainText('Leave without publishing?')
  await keyboard.press('Escape')
  await expect(office.page).toHaveURL(new RegExp(shop.campaign))
  await office.main.getByRole('button', { name: 'Drop the changes' }).press('Enter')
  await expect(chip(office, 'support', shop.at('nights'))).toBeVisible()
  await office.undo.press('Enter')
  await expect(field(office, 'support')).toHaveValue(`Help ${shop.at('support')}`)
  await expect(chip(office, 'support', shop.at('nights'))).toHaveCount(0)
})

test('two admins change the table at once: rows of one are merged, those of both are a question', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const [mara, olle] = [
    await newOffice(house, await shop.hire('Mara Lind', 'MANAGER')),
    await newOffice(house, await shop.hire('Olle Berg', 'MANAGER')),
  ]
  await mara.open(pageOf(shop))
  await olle.open(pageOf(shop))
  const add = async (office: Office, row: string, who: string) => {
    await field(office, row).fill(shop.at(who))
    await field(office, row).press('Enter')
  }
  await add(mara, 'lead', 'marasale')
  await add(mara, 'other', 'maraother')
  await add(olle, 'lead', 'ollesale')
  await add(olle, 'support', 'ollehelp')
  await publish(olle, 'Olle was quicker')

  await expect(mara.main).toContainText('The table was saved by somebody else meanwhile')
  await expect(chip(mara, 'support', shop.at('ollehelp'))).toBeVisible()
  await mara.main.getByRole('button', { name: 'Both together' }).click()
  await expect(chip(mara, 'lead', shop.at('ollesale'))).toBeVisible()
  await publish(mara, 'and Mara after him')
  await expect(chip(olle, 'lead', shop.at('marasale'))).toBeVisible()
  await expect(chip(olle, 'other', shop.at('maraother'))).toBeVisible()
})

test('a whole list is pasted: unknown codes are named, and the difference is seen before it is taken', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open(pageOf(shop))
  await office.main.getByRole('button', { name: 'Paste a list…' }).click()
  await office.dialog.getByLabel('The list').fill(`lead;${shop.at('rosa')},${shop.at('desk')}\nfax: ${shop.at('fax')}\nsupport: oops`)
  await office.dialog.getByRole('button', { name: 'Read it' }).click()
  await expect(office.dialog).toContainText('“fax” is no success code of this campaign')
  await expect(office.dialog).toContainText('stay as they are: support')
  await office.dialog.getByRole('button', { name: 'Take 1 row into the draft' }).click()
  await expect(chip(office, 'lead', shop.at('rosa'))).toBeVisible()
  await expect(chip(office, 'lead', shop.at('sales'))).toBeHidden()
  await expect(chip(office, 'support', shop.at('support'))).toBeVisible()
})

test('who may only look reads the table, and tries it', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Vera Blom', 'VIEWER'))
  await office.open(pageOf(shop, '?test=lead'))
  await expect(office.main.getByRole('listitem').filter({ hasText: shop.at('nights') })).not.toHaveCount(0)
  await expect(office.main.getByRole('combobox')).toHaveCount(0)
  await expect(office.main.getByRole('complementary')).toContainText(shop.at('sales'))
  await office.main.getByRole('link', { name: 'Versions' }).click()
  await expect(office.main).toContainText('Version 1')
  await expect(office.main.getByRole('button', { name: /Restore/ })).toHaveCount(0)
})

test('nothing keeps anybody out of what opens above the table, nor out of the table seen otherwise', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  for (const search of ['?view=matrix', '?view=versions&older=0&newer=1', `?mend=${shop.at('sales')}`]) {
    await office.open(pageOf(shop, search))
    await expectForEverybody(office.page)
  }
  await office.open(pageOf(shop))
  await field(office, 'lead').fill(`${shop.at('rosa')}; oops`)
  await field(office, 'other').focus()
  await expectForEverybody(office.page)
  await field(office, 'lead').fill('')
  await office.main.getByRole('button', { name: 'Try and publish…' }).click()
  await expect(office.dialog).toContainText('There were no chats to try it on.')
  await expectForEverybody(office.page)
})
