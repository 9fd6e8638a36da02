import { readFileSync } from 'node:fs'
import { House } from '../stage/house.ts'
import { aimedAtPreview, openDesk } from '../stage/panel.ts'
import { addressOf, placesIn, routes } from '../stage/routes.ts'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'
import { englishOn } from '../stage/words.ts'

for (const [locale, reason] of [
  ['nl-NL', 'de code'],
  ['de-DE', 'Code'],
] as const) {
  const language = locale.slice(0, 2)
  const words: Record<string, string> = { ...messagesIn('messages', language), ...messagesIn('panel/words', language) }

  test(`a browser that speaks ${language} has a window that does`, async ({ newBrowser, house }) => {
    const shop = await Shop.open(house, { mode: 'OPERATOR_OK', undoDelay: 60 })
    const panel = await openDesk(await newBrowser({ locale }), shop, ['chat-1'])
    const button = (key: string) => panel.root.getByRole('button', { name: words[key] ?? key })
    await panel.signIn(await shop.hire('Dana K.'), words['signedOut.button'])
    await expect(panel.root.locator('html')).toHaveAttribute('lang', language)
    await shop.close('chat-1', { codes: ['lead'] })
    await expect(panel.state).toHaveText(words['state.AWAITING_OK'] ?? '')
    await expect(panel.root.getByRole('region', { name: words['envelope.title'] ?? '' })).toContainText(reason)
    await button('ok.button').click()
    await button('sending.sendNow').click()
    await expect(panel.root.getByRole('region', { name: words['receipt.title'] ?? '' })).toContainText(words['delivery.ACCEPTED'] ?? '')
  })

  test(`all pages speak ${language} to whoever does`, async ({ newOffice, trouble }) => {
    trouble.expect(aimedAtPreview)
    const demo = await House.find('demo')
    const places = await placesIn(demo)
    const { campaigns } = await demo.ask<{ campaigns: { successCodes: { label: string }[] }[] }>('{ campaigns { successCodes { label } } }')
    const labels = campaigns.flatMap(({ successCodes }) => successCodes.map(({ label }) => label))
    const office = await newOffice(demo, undefined, { locale })
    for (const route of routes) {
      await test.step(route, async () => {
        await office.open(addressOf(route, places))
        await expect(office.page.locator('html')).toHaveAttribute('lang', language)
        expect.soft(await englishOn(office.page, language, labels)).toEqual([])
      })
    }
  })
}

/** The messages of a folder of the pages' source. */
function messagesIn(folder: string, language: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`../../../web/src/${folder}/${language}.json`, import.meta.url), 'utf8'))
}
