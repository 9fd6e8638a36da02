import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

// The pages are as things are, unless somebody wants them to keep still.

test('a chat that closes is in the inbox at once, but not where changes are paused @everywhere', async ({ newOffice, house }) => {
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK' })
  const manager = await shop.hire('Mara Lind', 'MANAGER')
  const [moving, still] = [await newOffice(house, manager), await newOffice(house, manager)]
  for (const office of [moving, still]) {
    await office.open('/follow-ups')
    await expect(office.live).toHaveText('Live')
  }
  await shop.close('chat-1', { visitor: { name: 'Noor Jansen' } })
  for (const office of [moving, still]) await expect(office.row('Noor Jansen')).toBeVisible()

  await still.live.click()
  await expect(still.live).toHaveText('Paused')
  const asked: string[] = []
  still.page.on('request', (request) => asked.push(request.url()))
  await shop.close('chat-2', { visitor: { name: 'Pim Ruiter' } })
  await expect(moving.row('Pim Ruiter')).toBeVisible()
  await expect(still.row('Noor Jansen')).toBeVisible()
  await expect(still.row('Pim Ruiter')).toBeHidden()
  expect(asked).toEqual([])

  await still.live.click()
  await expect(still.row('Pim Ruiter')).toBeVisible()
  await expect(still.live).toHaveText('Live')
})
