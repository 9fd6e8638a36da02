import { expectAccessible } from '../stage/axe.ts'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

test('who was hired signs in, and nobody may frame the page @everywhere', async ({ page, house, trouble }) => {
  const dana = await (await Shop.open(house)).hire('Dana K.')
  await page.goto(`${house.url}/signin`)
  await page.getByLabel('E-mail').fill(dana.email)
  await page.getByLabel('Password').fill(dana.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.goto(`${house.url}/signin`)
  await expect(page.getByText('Dana K.')).toBeVisible()

  await page.goto(`https://stranger.example/?frame=${encodeURIComponent(`${house.url}/signin`)}`)
  await trouble.comes(/a browser reports .*frame-ancestors/)
  trouble.expect(/on the console of .*frame-ancestors/)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`everybody can use the page to sign in, in the ${colorScheme}`, async ({ newBrowser, house }) => {
    const page = await newBrowser({ colorScheme })
    await page.goto(`${house.url}/signin`)
    await expectAccessible(page)
  })
}
