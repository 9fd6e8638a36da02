import { readFile } from 'node:fs/promises'
import type { House } from '../stage/house.ts'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

// Whoever asks what came of the chats is told, and led to each of them.

/** A shop with three chats: one that arrived, one that was only taken, and one that is for nobody. */
async function busyShop(house: House): Promise<Shop> {
  const shop = await Shop.open(house, { unaddressed: 'NOT_FORWARDED' })
  await shop.close('chat-1', { codes: ['lead'], visitor: { name: 'Noor Jansen' } })
  await shop.deliverTo('sales')
  await shop.close('chat-2', { codes: ['support'], visitor: { name: 'Pim Ruiter' } })
  await shop.mailTo('nights')
  await shop.close('chat-3', { codes: ['other'], visitor: { name: 'Ida Falk' } })
  return shop
}

test('the ledger balances, and each of its numbers leads to its chats @everywhere', async ({ newOffice, house }) => {
  const shop = await busyShop(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open('/follow-ups')
  await office.go('Reports')
  const ledger = office.main.getByRole('region', { name: 'Where every chat is' })
  await expect(ledger).toContainText('3 finished chats= 1 Delivered+ 1 Sent+ 1 Not forwarded')
  await expect(ledger).toContainText('It balances')
  for (const [number, visitor] of [
    ['1 Delivered', 'Noor Jansen'],
    ['1 Sent', 'Pim Ruiter'],
    ['1 Not forwarded', 'Ida Falk'],
  ] as const) {
    await ledger.getByRole('link', { name: number }).click()
    await expect(office.heading).toHaveText('Follow-ups')
    await expect(office.row(visitor)).toBeVisible()
    await expect(office.row(/Jansen|Ruiter|Falk/)).toHaveCount(1)
    await office.page.goBack()
  }
})

test('a row leads to its chats, and all of them are in the file', async ({ newOffice, house }) => {
  const shop = await busyShop(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open(`/reports?by=address&campaign=${shop.campaign}`)
  await expect(office.row(shop.at('support'))).toContainText('1')
  const [download] = await Promise.all([
    office.page.waitForEvent('download'),
    office.main.getByRole('link', { name: 'Download CSV' }).click(),
  ])
  const file = await readFile(await download.path(), 'utf8')
  for (const who of ['sales', 'support', 'nights']) expect(file).toContain(shop.at(who))
  await office.main.getByRole('link', { name: shop.at('support') }).click()
  await expect(office.row('Pim Ruiter')).toBeVisible()
  await expect(office.row(/Jansen|Ruiter|Falk/)).toHaveCount(1)
})

test('by keyboard alone, days are chosen, and where there are no chats the next step is said', async ({ newOffice, house }) => {
  const shop = await busyShop(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open('/reports?from=2020-01-01&to=2020-01-31')
  const longer = office.main.getByRole('link', { name: 'Show 90 days' })
  await expect(async () => {
    await office.page.keyboard.press('Tab')
    await expect(longer).toBeFocused({ timeout: 50 })
  }).toPass({ intervals: [0] })
  await office.page.keyboard.press('Enter')
  await expect(office.page).toHaveURL(/days=90/)
  await expect(office.main.getByRole('img', { name: /per day/ })).toBeVisible()
  await expect(office.main.getByText('3 finished chats')).toBeVisible()
})

test('days that cannot be counted are refused in words, and others can be chosen', async ({ newOffice, house }) => {
  const shop = await busyShop(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.page.goto(`${house.url}/reports?from=2020-01-01&to=2026-01-01`)
  await expect(office.trouble).toContainText('400')
  await office.main.getByRole('link', { name: '30 days' }).click()
  await expect(office.main.getByText('3 finished chats')).toBeVisible()
})
