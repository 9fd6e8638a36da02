import type { Page } from '@playwright/test'
import { hostile, hostileName, hostileShown, hostileTexts, turnedWords } from '../stage/hostile.ts'
import { House } from '../stage/house.ts'
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

/** Nothing of what was written has become a part of the page, or has turned another text around. */
async function expectUnharmed(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/ · Postchat$/)
  expect(await page.locator('img[src=x], svg[onload], meta[http-equiv=refresh], a[href^="javascript:"], i, b').count()).toBe(0)
  expect(await turnedWords(page.mainFrame())).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
}

test('whatever visitors, operators and vendors write is shown letter for letter on the pages', async ({ newOffice, trouble }) => {
  trouble.expect(aimedAtPreview)
  trouble.expect(/frame is sandboxed/)
  const { house } = await House.build()
  const shop = await Shop.open(house)
  const owner = await house.hire(hostileName('owner'), 'ada@company.example', 'OWNER')
  await house.ask('mutation($input: UpdateCampaignInput!) { updateCampaign(input: $input) { campaign { id } } }', {
    input: { id: shop.campaign, name: hostileName('campaign') },
  })
  await house.ask('mutation($input: UpdateSourceInput!) { updateSource(input: $input) { source { id } } }', {
    input: { id: shop.source, name: hostileName('source') },
  })
  const told = { name: hostile('visitor'), email: 'ines@visitor.example', phone: hostile('phone') }
  await shop.close('<i>chat</i>', {
    codes: ['lead', hostile('code')],
    visitor: told,
    transcript: hostileTexts.map(({ text }, i) => ({ id: `m${i}`, role: 'visitor', name: hostile(`line ${i}`), text })),
    more: {
      operators: [{ name: hostile('operator') }],
      department: hostile('department'),
      page: 'javascript:document.title="broken"',
      custom: { [hostile('field')]: hostile('value') },
      follow_up: {
        note: hostile('note'),
        extra_addresses: 'extra <lea@partner.example>',
        operator: hostile('by'),
      },
    },
  })
  await expect.poll(async () => (await shop.about('visitor'))?.number).toBe(1)
  const office = await newOffice(house, owner)
  const see = async (address: string, ...names: string[]) => {
    await test.step(address, async () => {
      await office.open(address)
      for (const name of names) await expect(office.page.getByText(name).filter({ visible: true }).first()).toBeVisible()
      await expectUnharmed(office.page)
    })
  }
  await see('/follow-ups', hostileShown('visitor'), hostileShown('operator'), hostileShown('code'), hostileName('campaign'))
  await see(
    '/follow-ups/1',
    hostileShown('visitor'),
    hostileShown('operator'),
    hostileShown('code'),
    hostileName('campaign'),
    hostileShown('note'),
    hostileShown('department'),
    hostileName('source'),
  )
  const said = office.main.getByRole('region', { name: 'Transcript' }).getByRole('listitem')
  await expect(said).toHaveCount(hostileTexts.length)
  for (const [i, { text, shown = text }] of hostileTexts.entries()) {
    expect(await said.nth(i).textContent()).toContain(hostileShown(`line ${i}`))
    expect(await said.nth(i).textContent()).toContain(shown)
  }
  await see('/campaigns', hostileName('campaign'))
  await see('/reports?by=operator', hostileShown('operator'))
  await see('/sources', hostileName('source'))
  await see(`/sources/${shop.source}`, hostileName('source'))
  await office.main.getByRole('link', { name: 'Body as it came' }).click()
  const body = office.main.getByRole('region', { name: 'Body as it came' })
  await expect(body).toContainText(JSON.stringify(hostileName('visitor')).slice(1, -1))
  await expectUnharmed(office.page)
  await see('/outbox', 'visitor <img src=x')
  await office.main.getByText('Show the mail').click()
  await expect(office.page.frameLocator('iframe').getByText('visitor <img src=x').first()).toBeVisible()
  await see('/settings/audit', hostileName('campaign'), hostileName('source'))
})
