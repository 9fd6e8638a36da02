import { aimedAtPreview, openDesk } from '../stage/panel.ts'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

test('the window needs at most 100 kB of scripts, as they come over the wire', async ({ page, house, trouble }) => {
  trouble.expect(aimedAtPreview)
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK', undoDelay: 0 })
  const dana = await shop.hire('Dana K.')
  const sizes = new Map<string, Promise<number>>()
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script' && request.url().startsWith(house.url)) {
      sizes.set(
        request.url(),
        request.sizes().then((size) => size.responseBodySize),
      )
    }
  })
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(dana)
  await shop.close('chat-1', { codes: ['lead'] })
  await expect(panel.state).toHaveText('Waits for OK')
  await panel.unfold('Transcript')
  await panel.unfold('Preview of the mail')
  await panel.ok.click()
  await panel.expectReceipt('Sent', shop.at('sales'))
  const bytes = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0)
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThanOrEqual(100_000)
})
