import { expectAccessible } from '../stage/axe.ts'
import { aimedAtPreview, openDesk, type Panel } from '../stage/panel.ts'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

// Everybody can use the window, whatever is in it.

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [280, 520]) {
    test(`nothing keeps anybody out of the window, ${colorScheme}, ${width} pixels wide`, async ({ newBrowser, house, trouble }) => {
      trouble.expect(aimedAtPreview)
      const shop = await Shop.open(house, { mode: 'OPERATOR_OK', requireCode: true, undoDelay: 60 })
      const dana = await shop.hire('Dana K.')
      const panel = await openDesk(await newBrowser({ colorScheme }), shop, ['chat-1'], width)
      const look = async (what: string) => {
        await test.step(what, async () => {
          const frame = await panel.frame()
          await expectAccessible(frame)
          expect(
            await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
            'what sticks out',
          ).toBeLessThanOrEqual(0)
        })
      }
      await look('the way in')
      await panel.signIn(dana)
      await expect(panel.state).toHaveText('Chat open')
      await look('a chat that is open')
      await shop.close('chat-1', { visitor: { name: `Ines ${'Moreau-'.repeat(12)}` } })
      await expect(panel.state).toHaveText('Needs a code')
      await panel.ok.click()
      await expect(panel.trouble).toBeVisible()
      await look('a code that is missing')
      await fill(panel, shop)
      await look('everything filled in, and open')
      await panel.root.getByRole('button', { name: 'Cover words' }).click()
      await look('words to be covered')
      await panel.ok.click()
      await expect(panel.undo).toBeVisible()
      await look('the time to take it back')
      await panel.sendNow.click()
      await panel.expectReceipt('Sent', shop.at('sales'), 'lee@partner.example')
      await look('the receipt')
      await panel.root.getByRole('button', { name: 'Prepare the next' }).click()
      await expect(panel.ok).toBeVisible()
      await look('the next follow-up of the conversation')
      await panel.root.getByRole('button', { name: 'All waiting chats' }).click()
      await look('no chat that waits')
      await shop.close('chat-2')
      await expect(panel.root.getByRole('button', { name: /Ines Moreau/ })).toBeVisible()
      await look('a chat that waits')
    })
  }
}

async function fill(panel: Panel, shop: Shop): Promise<void> {
  await panel.code('lead').click()
  await panel.add('lee@partner.example')
  await panel.expectRecipients(shop.at('sales'), 'lee@partner.example')
  await panel.note.fill('A note.')
  await panel.urgent.check()
  for (const part of ['Transcript', 'Preview of the mail', 'Keys']) {
    await panel.unfold(part)
  }
  await expect.poll(() => panel.previewedText()).toContain('A note.')
}
