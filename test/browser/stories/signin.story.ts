import type { Page } from '@playwright/test'
import { expectAccessible } from '../stage/axe.ts'
import { House, type Person } from '../stage/house.ts'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

// How people come to sit at the window, whatever the window looks like: a page of the window's origin opens the pop-up as it does.

/** What a window makes up, to be known by. */
const newNonce = () => crypto.randomUUID().replaceAll('-', '')

/** Signs in on the page that is open, which asks for it. */
async function signIn(page: Page, person: Person) {
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** The window's frame in the chat app. */
async function framed(page: Page, shop: Shop) {
  await page.goto(`https://desk.example/?window=${encodeURIComponent(shop.window)}`)
  await page.waitForLoadState('networkidle')
  const frame = page.frames().find((one) => one.url() === shop.window)
  if (!frame) throw new Error(`the window is not among ${page.frames().map((one) => one.url())}`)
  return frame
}

/** Opens the pop-up from a window or frame, which keeps all that it is told. */
const opens = (address: string) => {
  const told: unknown[] = []
  Object.assign(window, { told })
  addEventListener('message', ({ origin, data }) => told.push({ origin, data }))
  window.open(address, 'postchat-sign-in', 'popup,width=460,height=640')
}

/** What a window or frame was told of a token. */
const tokens = () =>
  (window as unknown as { told: { origin: string; data: { type?: string; nonce?: string; token?: string } }[] }).told.filter(
    ({ data }) => data?.type === 'postchat:token',
  )

/** Whom the API knows by a token, asked as the window asks. */
const whoBy = async (token: string) => {
  const response = await fetch(new URL('graphql', document.baseURI), {
    method: 'POST',
    credentials: 'omit',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ viewer { name permissions source { id } } }' }),
  })
  return (await response.json()).data?.viewer
}

for (const name of ['root', 'prefixed'] as const) {
  test(`who signs in by the pop-up sits at the window in the chat app, of the ${name} house @everywhere`, async ({ page }) => {
    const shop = await Shop.open(await House.find(name))
    const dana = await shop.hire('Dana K.')
    const frame = await framed(page, shop)
    const nonce = newNonce()
    const popUp = page.waitForEvent('popup')
    await frame.evaluate(opens, `${shop.window}/sign-in#nonce=${nonce}`)
    const door = await popUp
    const closed = door.waitForEvent('close')
    await signIn(door, dana)
    await closed
    const [told, ...more] = await frame.evaluate(tokens)
    expect(more).toEqual([])
    expect(told?.origin).toBe(new URL(shop.window).origin)
    expect(told?.data.nonce).toBe(nonce)
    expect(await frame.evaluate(whoBy, told?.data.token ?? '')).toEqual({
      name: 'Dana K.',
      permissions: ['READ', 'FOLLOW_UP'],
      source: { id: shop.source },
    })

    // Once more, with the session that is there: nothing is asked.
    const again = page.waitForEvent('popup')
    await frame.evaluate(opens, `${shop.window}/sign-in#nonce=${nonce}`)
    const asksNothing = await again
    await expect.poll(() => asksNothing.isClosed()).toBe(true)
    expect(await frame.evaluate(tokens)).toHaveLength(1)
  })
}

test('a stranger who opens the pop-up with a nonce of their own is told nothing', async ({ page, house, newBrowser }) => {
  const shop = await Shop.open(house)
  const dana = await shop.hire('Dana K.')
  await page.goto(`${house.url}/signin`)
  await signIn(page, dana)
  await page.goto('https://stranger.example/')
  const nonce = newNonce()
  const popUp = page.waitForEvent('popup')
  await page.evaluate(opens, `${shop.window}/sign-in#nonce=${nonce}`)
  const door = await popUp
  await expect(door.getByText(`Type it only into the follow-up window of`)).toBeVisible()
  const code = await door.locator('output').innerText()
  expect(code).toMatch(/^\d{3} \d{3}$/)
  expect(await page.evaluate(tokens)).toEqual([])
  await expect(page.evaluate(() => (window.open('', 'postchat-sign-in') as Window).document.title)).rejects.toThrow(/cross-origin/)

  // The code itself works, where a person types it into a window: once.
  const redeem = async (typed: string) => {
    const window = await newBrowser()
    await window.goto(shop.window)
    return window.evaluate(
      async ([source, nonce, code]) => {
        const response = await fetch(new URL('graphql', document.baseURI), {
          method: 'POST',
          credentials: 'omit',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({
            query: 'mutation($input: RedeemPanelCodeInput!) { redeemPanelCode(input: $input) { token } }',
            variables: { input: { source, nonce, code } },
          }),
        })
        const answer = await response.json()
        return answer.errors?.[0]?.extensions.code ?? answer.data.redeemPanelCode.token.slice(0, 4)
      },
      [shop.source, nonce, typed],
    )
  }
  expect(await redeem(code === '000 000' ? '000001' : '000000')).toBe('INVALID')
  expect(await redeem(code)).toBe('pcp_')
  expect(await redeem(code)).toBe('INVALID')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`everybody can use the pop-up, in the ${colorScheme}`, async ({ newBrowser, house }) => {
    const shop = await Shop.open(house)
    const dana = await shop.hire('Dana K.')
    const page = await newBrowser({ colorScheme, viewport: { width: 280, height: 640 } })
    await page.goto(`${shop.window}/sign-in#nonce=${newNonce()}`)
    await signIn(page, dana)
    await expect(page.locator('output')).toBeVisible()
    await expectAccessible(page)
    await page.goto('about:blank')
    await page.goto(`${shop.window}/sign-in`)
    await expect(page.getByText('Open this page from the follow-up window')).toBeVisible()
    await expectAccessible(page)
  })
}
