import { expectForEverybody } from '../stage/axe.ts'
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

for (const address of ['/signin', '/setup#pcl_old', '/invitation#pcl_old', '/password#pcl_old']) {
  test(`everybody can come in by ${address}`, async ({ page, house }) => {
    await page.goto(house.url + address)
    await expectForEverybody(page)
  })
}
