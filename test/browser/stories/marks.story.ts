import { openDesk } from '../stage/panel.ts'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

// What the operator marks in the transcript, in the mail that goes out.

const transcript = [
  { id: 'm1', role: 'visitor', name: 'Ines Moreau', text: 'Do you have a bigger plan?' },
  { id: 'm2', role: 'visitor', name: 'Ines Moreau', text: 'My card is 4111 1111 1111 1111, and my order 4111 1111 1111 1112.' },
  { id: 'm3', role: 'visitor', name: 'Ines Moreau', text: 'The password is swordfish, call me after two.' },
]

test('the mail begins with the starred line, and black is in it what was covered', async ({ page, house }) => {
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK', undoDelay: 0 })
  await shop.close('chat-1', { codes: ['lead'], transcript })
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(await shop.hire('Dana K.'))
  await panel.unfold('Transcript')
  await panel.root.getByRole('button', { name: /Begin the mail with this line: The password/ }).click()
  await expect(panel.root.getByRole('button', { name: 'Covered in the mail: 4111 1111 1111 1111' })).toBeVisible()
  await panel.root.getByRole('button', { name: 'Cover words' }).click()
  await panel.root.getByRole('button', { name: /^swordfish/ }).click()
  await expect(panel.root.getByText('2 covered')).toBeVisible()
  await expect(panel.root.getByText('Saved', { exact: true })).toBeVisible()
  await panel.ok.click()
  await panel.expectReceipt('Sent', shop.at('sales'))

  const mail = await shop.mailTo('sales')
  for (const part of [mail.text, mail.html, mail.source]) {
    expect(part).not.toContain('swordfish')
    expect(part).not.toContain('4111 1111 1111 1111')
  }
  expect(mail.text).toContain('4111 1111 1111 1112')
  expect(mail.text.indexOf('call me after two')).toBeLessThan(mail.text.indexOf('Do you have a bigger plan?'))
})

test('a cover that was suggested is lifted by one click', async ({ page, house }) => {
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK', undoDelay: 0 })
  await shop.close('chat-1', { codes: ['lead'], transcript })
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(await shop.hire('Dana K.'))
  await panel.unfold('Transcript')
  await panel.root.getByRole('button', { name: 'Covered in the mail: 4111 1111 1111 1111' }).click()
  await expect(panel.root.getByText('Saved', { exact: true })).toBeVisible()
  await panel.ok.click()
  await panel.expectReceipt('Sent', shop.at('sales'))
  expect((await shop.mailTo('sales')).text).toContain('4111 1111 1111 1111')
})
