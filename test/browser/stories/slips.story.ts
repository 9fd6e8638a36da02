import type { Page } from '@playwright/test'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

// A slip of the hand loses nothing, and an answer that comes late does nothing that nobody meant.

/** Holds back all questions that are about to be asked, until what is returned is called. */
async function holdBack(page: Page): Promise<() => void> {
  let go = () => {}
  const gone = new Promise<void>((resolve) => {
    go = resolve
  })
  await page.route('**/graphql', async (route) => {
    await gone
    await route.continue()
  })
  return go
}

test('text that is marked beyond a dialog’s edge stays, and a press beside it closes it', async ({ newOffice, house }) => {
  const office = await newOffice(house, await house.hire('Edda Winter', 'edda@winter.example', 'OWNER'))
  await office.open('/campaigns')
  await office.page.getByRole('button', { name: 'New campaign' }).click()
  const name = office.dialog.getByLabel('Name')
  await name.fill('Winter shop')
  const box = await name.boundingBox()
  if (!box) throw new Error('the field is not to be seen')
  await office.page.mouse.move(box.x + 60, box.y + box.height / 2)
  await office.page.mouse.down()
  await office.page.mouse.move(3, box.y + box.height / 2, { steps: 4 })
  await office.page.mouse.up()
  await expect(name).toHaveValue('Winter shop')
  await office.page.mouse.click(3, 3)
  await expect(office.dialog).toHaveCount(0)
})

test('an undo that does not succeed says so', async ({ newOffice, house, trouble }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open(`/campaigns/${shop.campaign}/settings`)
  const name = office.main.getByLabel('Name', { exact: true })
  const before = await name.inputValue()
  await name.fill(`${before} south`)
  await office.main.getByRole('button', { name: 'Save' }).click()
  await expect(office.undo).toBeVisible()
  trouble.expect(/net::ERR/) // what a browser says of a server that is away
  await office.page.route('**/graphql', (route) => route.abort())
  await office.undo.click()
  await expect(office.page.getByText('That could not be undone')).toBeVisible()
  await expect(office.undo).toHaveCount(0)
  await expect(name).toHaveValue(`${before} south`)
})

test('a report by something else is waited for with the last one in sight', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  await shop.close('chat-1', { codes: ['lead'] })
  await shop.mailTo('sales')
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open('/reports')
  const report = office.main.getByRole('region', { name: 'By success code' })
  const go = await holdBack(office.page)
  await office.main.getByRole('link', { name: 'Day', exact: true }).click()
  await expect(office.page).toHaveURL(/by=day/)
  await expect(report.getByRole('row', { name: /^lead/ })).toBeVisible()
  go()
  await expect(office.main.getByRole('region', { name: 'By day' })).toBeVisible()
})

test('a chat cannot be given other codes before it is said who gets it then', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  await shop.close('chat-1', { codes: ['lead'] })
  await shop.deliverTo('sales')
  const office = await newOffice(house, await shop.hire('Dana K.'))
  await office.open(`/follow-ups?campaign=${shop.campaign}`)
  await office.main.getByRole('link', { name: /Ines Moreau/ }).click()
  await office.main.getByRole('button', { name: 'Other codes…' }).click()
  const quietly = office.dialog.getByRole('button', { name: 'Change the codes, mail nobody' })
  await expect(quietly).toBeEnabled()
  const go = await holdBack(office.page)
  await office.dialog.getByLabel('support', { exact: true }).check()
  await expect(quietly).toBeDisabled()
  go()
  await expect(office.dialog.getByText(shop.at('nights'))).toBeVisible()
  await expect(quietly).toBeEnabled()
})
