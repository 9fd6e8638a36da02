import { hostileTexts, turnedWords } from '../stage/hostile.ts'
import { aimedAtPreview, openDesk } from '../stage/panel.ts'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

test('whatever visitors type is shown letter for letter, in the transcript and in the mail', async ({ page, house, trouble }) => {
  trouble.expect(aimedAtPreview)
  const shop = await Shop.open(house, { mode: 'OPERATOR_OK' })
  await shop.close('chat-1', {
    codes: ['lead'],
    visitor: { name: '<b>Ines</b> \u202Euaerom' },
    transcript: hostileTexts.map(({ text }, i) => ({ id: `m${i}`, role: 'visitor', name: `${i} \u202E<i>x`, text })),
  })
  const panel = await openDesk(page, shop, ['chat-1'])
  await panel.signIn(await shop.hire('Dana K.'))
  await expect(panel.root.getByRole('heading', { level: 1 })).toHaveText('<b>Ines</b> �uaerom')
  await panel.unfold('Transcript')
  const texts = panel.root.locator('[data-message]')
  await expect(texts).toHaveCount(hostileTexts.length)
  const seen = await texts.evaluateAll((all) => all.map((one) => one.textContent))
  expect(seen).toEqual(hostileTexts.map(({ text, shown = text }) => shown))
  const frame = await panel.frame()
  expect(await turnedWords(frame)).toEqual([])
  expect(await frame.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)

  await panel.unfold('Preview of the mail')
  const flat = (text: string) => text.replaceAll(/\s+/g, ' ')
  const looks = flat(await panel.previewedText())
  await panel.root.getByRole('button', { name: 'Plain text' }).click()
  const plain = flat(await panel.root.getByRole('region', { name: 'Plain text' }).innerText())
  for (const { text, shown = text, mailed } of hostileTexts) {
    expect(looks).toContain(flat(mailed ? text : shown))
    expect(plain).toContain(flat(shown))
  }
  await expect(page).toHaveTitle('Desk')
})
