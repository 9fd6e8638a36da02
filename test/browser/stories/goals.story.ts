import { expectForEverybody } from '../stage/axe.ts'
import type { Office } from '../stage/office.ts'
import { openDesk } from '../stage/panel.ts'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

// The codes that operators give: whatever admins change is what operators see.

const open = (office: Office, shop: Shop) => office.open(`/campaigns/${shop.campaign}/goals`)

/** The rows of the codes in use, in their order. */
const codes = (office: Office) => office.main.getByRole('region').getByRole('listitem')

test('a code that is made, renamed or retired is so in every browser at once @everywhere', async ({ newOffice, newBrowser, house }) => {
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK' })
  const window = await openDesk(await newBrowser(), shop, ['chat-1'])
  await window.signIn(await shop.hire('Dana K.'))
  await expect(window.state).toHaveText('Chat open')
  const [mara, omar] = [
    await newOffice(house, await shop.hire('Mara Lind', 'MANAGER')),
    await newOffice(house, await shop.hire('Omar Bakker', 'MANAGER')),
  ]
  await open(mara, shop)
  await open(omar, shop)

  await mara.main.getByRole('button', { name: 'Add code' }).click()
  await mara.main.getByLabel('Label').fill('dealer')
  await mara.main.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(codes(omar).filter({ hasText: 'dealer' })).toBeVisible()
  await omar.main.getByRole('button', { name: 'Edit dealer' }).click()
  await omar.main.getByLabel('Label').fill('reseller')
  await omar.main.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(codes(mara).filter({ hasText: 'reseller' })).toBeVisible()
  await mara.main.getByRole('button', { name: 'Retire reseller' }).click()
  await expect(omar.main.getByRole('button', { name: 'Restore reseller' })).toBeVisible()
  await mara.undo.click()
  await expect(omar.main.getByRole('button', { name: 'Restore reseller' })).toBeHidden()
  await expect(codes(omar).filter({ hasText: 'reseller' })).toBeVisible()

  await window.page.reload()
  await expect(window.code('reseller')).toBeVisible()
})

test('everybody can change a code', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await open(office, shop)
  await office.main.getByRole('button', { name: 'Edit lead' }).click()
  await office.main.getByLabel('Label').fill('support')
  await expect(office.main.getByText('There is support already.')).toBeVisible()
  await expectForEverybody(office.page)
})
