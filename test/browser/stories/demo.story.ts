import { House } from '../stage/house.ts'
import { expect, test } from '../stage/story.ts'

test('the demo is played', async ({ page }) => {
  const demo = await House.find('demo')
  await page.goto(`${demo.url}/try`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
