import type { Page } from '@playwright/test'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

// A campaign is made, given its goals and codes, and set up; what is wrong is said beside it, and what was done can be undone.

/** A code's row on the page of goals and codes. */
const rowOf = (page: Page, code: string) => page.getByRole('listitem').filter({ has: page.getByRole('button', { name: `Edit ${code}` }) })

/** The codes as operators see them, in their order. */
const seen = (page: Page) => page.getByRole('region', { name: 'What operators see' }).getByRole('checkbox')

/** Presses a button by the keyboard alone. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).focus()
  await page.keyboard.press('Enter')
}

test('a campaign is made, and has its first codes, in a few presses', async ({ newOffice, house }) => {
  const office = await newOffice(house, await house.hire('Ada Winter', 'ada@winter.example', 'OWNER'))
  await office.open('/follow-ups')
  await office.go('Campaigns')
  await office.page.getByRole('button', { name: 'New campaign' }).click()
  await office.dialog.getByLabel('Name').fill('Winter shop')
  await office.dialog.getByLabel('Time zone').fill('Europe/Nowhere')
  await office.dialog.getByRole('button', { name: 'Make it' }).click()
  await expect(office.dialog.getByLabel('Time zone')).toHaveAccessibleDescription(/Europe\/Nowhere/)
  await office.dialog.getByLabel('Time zone').fill('Europe/Amsterdam')
  await office.dialog.getByRole('button', { name: 'Make it' }).click()

  await expect(office.heading).toHaveText('Goals & codes')
  for (const code of ['lead', 'sale', 'support']) {
    await office.main.getByRole('button', { name: `Add ${code}` }).click()
    await expect(rowOf(office.page, code)).toBeVisible()
  }
  await expect(office.main.getByRole('heading', { level: 2 })).toContainText(['Sales', 'Service'])
  await expect(seen(office.page)).toHaveCount(3)
  await expect(rowOf(office.page, 'lead')).toContainText('Goes to nobody')

  await office.main.getByRole('link', { name: 'Overview' }).click()
  await expect(office.main).toContainText('Standard has no address')
  await expect(office.main).not.toContainText('There is no code to give')
  await expect(office.navigation.getByRole('link', { name: 'Winter shop' })).toBeVisible()
})

test('a key that another code has is refused beside it, and a change can be undone', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open(`/campaigns/${shop.campaign}/goals`)
  await office.main.getByRole('button', { name: 'Edit lead' }).click()
  const [label, key] = [office.main.getByLabel('Label'), office.main.getByLabel('Key')]
  await expect(label).toBeFocused()
  await label.fill('hot lead')
  await key.selectOption('2')
  await expect(key).toHaveAccessibleDescription(/This is the key of support/)
  await expect(seen(office.page).first()).toHaveAccessibleName('hot lead')
  await office.main.getByRole('button', { name: 'Save' }).click()
  await expect(key).toBeVisible()

  await key.selectOption('7')
  await label.fill('support')
  await expect(label).toHaveAccessibleDescription(/There is support already/)
  await label.fill('hot lead')
  await office.main.getByRole('button', { name: 'Save' }).click()
  await expect(office.main.getByRole('button', { name: 'Edit hot lead' })).toBeFocused()
  await office.undo.click()
  await expect(rowOf(office.page, 'lead')).toBeVisible()
  await expect(office.main.getByRole('button', { name: 'Edit hot lead' })).toHaveCount(0)
})

test('codes are put in order by the keyboard alone, and operators see them so', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open(`/campaigns/${shop.campaign}/goals`)
  await press(office.page, 'Move other up')
  await expect(seen(office.page).nth(1)).toHaveAccessibleName('other')
  await expect(office.page.getByRole('button', { name: 'Move other up' })).toBeFocused()
  await office.page.keyboard.press('Enter')
  await expect(seen(office.page).first()).toHaveAccessibleName('other')
  await expect(office.page.getByRole('button', { name: 'Move other up' })).toBeDisabled()

  await press(office.page, 'Add goal')
  await office.page.keyboard.type('Sales')
  await office.page.keyboard.press('Enter')
  const sales = office.page.getByRole('region', { name: 'Sales' })
  await expect(sales).toBeVisible()
  await press(office.page, 'Move other up')
  await expect(sales.getByRole('button', { name: 'Edit other' })).toBeVisible()
  await expect(office.page.getByRole('button', { name: 'Move other up' })).toBeFocused()
  await press(office.page, 'Undo')
  await expect(sales.getByRole('button', { name: 'Edit other' })).toHaveCount(0)
})

test('a code is dragged into a goal', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await house.ask('mutation($input: CreateGoalInput!) { createGoal(input: $input) { goal { id } } }', {
    input: { campaign: shop.campaign, name: 'Service' },
  })
  await office.open(`/campaigns/${shop.campaign}/goals`)
  const service = office.page.getByRole('region', { name: 'Service' })
  await rowOf(office.page, 'support').locator('[draggable]').dragTo(service)
  await expect(service.getByRole('button', { name: 'Edit support' })).toBeVisible()
  await expect(seen(office.page).first()).toHaveAccessibleName('support')
})

test('a code is retired and comes back, but the last one stays where a code is required', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open(`/campaigns/${shop.campaign}/goals`)
  await office.main.getByText('More settings').click()
  await office.main.getByRole('checkbox', { name: 'Require a code' }).check()
  await expect(office.undo).toBeVisible()
  for (const code of ['lead', 'support']) {
    await office.main.getByRole('button', { name: `Retire ${code}` }).click()
    await expect(office.main.getByRole('button', { name: `Restore ${code}` })).toBeVisible()
  }
  await office.main.getByRole('button', { name: 'Retire other' }).click()
  await expect(rowOf(office.page, 'other').getByRole('alert')).toContainText('the last success code')

  await office.main.getByRole('button', { name: 'Restore lead' }).click()
  await expect(office.main.getByRole('button', { name: 'Edit lead' })).toBeFocused()
  await office.undo.click()
  await expect(office.main.getByRole('button', { name: 'Restore lead' })).toBeVisible()
})

test('what somebody types stays while somebody else changes the same code', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const [mara, ivo] = [await shop.hire('Mara Lind', 'MANAGER'), await shop.hire('Ivo Berg', 'MANAGER')]
  const [one, other] = [await newOffice(house, mara), await newOffice(house, ivo)]
  for (const office of [one, other]) await office.open(`/campaigns/${shop.campaign}/goals`)
  await expect(other.live).toHaveText('Live')
  await other.main.getByRole('button', { name: 'Edit lead' }).click()
  await other.main.getByLabel('Hint').fill('Wants a quote')

  await one.main.getByRole('button', { name: 'Edit lead' }).click()
  await one.main.getByLabel('Label').fill('prospect')
  await one.main.getByRole('button', { name: 'Save' }).click()
  await one.main.getByRole('button', { name: 'Retire other' }).click()
  await expect(other.main.getByRole('button', { name: 'Restore other' })).toBeVisible()
  await expect(other.main.getByLabel('Hint')).toHaveValue('Wants a quote')

  await other.main.getByRole('button', { name: 'Save' }).click()
  await expect(rowOf(other.page, 'prospect')).toContainText('Wants a quote')
})

test('settings are refused beside their field, saved by section, and undone', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open(`/campaigns/${shop.campaign}/settings`)
  const sending = office.main.getByRole('form', { name: 'When chats are sent' })
  await sending.getByLabel('An operator’s OK').check()
  await sending.getByLabel('Time limit').fill('0')
  await sending.getByRole('button', { name: 'Save' }).click()
  await expect(sending.getByLabel('Time limit')).toHaveAccessibleDescription(/must not be 0/)
  await sending.getByLabel('Time limit').fill('2')
  await sending.getByLabel('Unit').selectOption('days')
  await sending.getByRole('button', { name: 'Save' }).click()
  await expect(sending.getByRole('button', { name: 'Save' })).toHaveCount(0)
  await office.page.reload()
  await expect(sending.getByLabel('An operator’s OK')).toBeChecked()
  await expect(sending.getByLabel('Time limit')).toHaveValue('2')

  const name = office.main.getByLabel('Name', { exact: true })
  const before = await name.inputValue()
  await name.fill(`${before} south`)
  await office.main.getByRole('button', { name: 'Save' }).click()
  await expect(office.navigation.getByRole('link', { name: `${before} south` })).toBeVisible()
  await office.undo.click()
  await expect(name).toHaveValue(before)
})

test('the overview leads from each number to its chats, and says which address refuses mails @everywhere', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await shop.close('chat-1', { codes: ['lead'], visitor: { name: 'Noor Jansen' } })
  await shop.bounceTo('sales', 'no such mailbox')
  await shop.close('chat-2', { codes: ['support'], visitor: { name: 'Pim Ruiter' } })
  await shop.mailTo('support')
  await office.open(`/campaigns/${shop.campaign}`)
  const refused = office.main.getByRole('region', { name: 'Addresses that refuse mails' })
  await expect(refused).toContainText(shop.at('sales'))
  await expect(refused).toContainText('no such mailbox')
  await expect(office.main.getByRole('link', { name: '2 finished chats' })).toBeVisible()
  await office.main.getByRole('link', { name: '2 finished chats' }).click()
  await expect(office.heading).toHaveText(/Follow-ups/)
  await expect(office.main).toContainText('Noor Jansen')
  await expect(office.main).toContainText('Pim Ruiter')
})

test('who may only look is offered nothing to change', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Vera Blom', 'VIEWER'))
  await office.open(`/campaigns/${shop.campaign}/goals`)
  await expect(office.main.getByText('lead', { exact: true }).first()).toBeVisible()
  await expect(office.main.getByRole('button')).toHaveCount(0)
  await office.open(`/campaigns/${shop.campaign}/settings`)
  await expect(office.main.getByLabel('Name', { exact: true })).toBeDisabled()
  await expect(office.main.getByRole('button')).toHaveCount(0)
  await office.open('/campaigns')
  await expect(office.main.getByRole('button')).toHaveCount(0)
})

test('a campaign is retired once nothing leads to it, and taken back', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const ada = await shop.hire('Ada Winter', 'OWNER')
  const office = await newOffice(house, ada)
  await office.open(`/campaigns/${shop.campaign}/settings`)
  const retire = office.main.getByRole('region', { name: 'Retire the campaign' })
  await retire.getByRole('button', { name: 'Retire it' }).click()
  await expect(retire.getByRole('alert')).toContainText('leads to')
  await house.ask('mutation($id: ID!) { retireSource(input: { id: $id }) { source { id } } }', { id: shop.source })
  await retire.getByRole('button', { name: 'Retire it' }).click()
  await expect(office.main).toContainText('This campaign is retired')
  await office.main.getByRole('button', { name: 'Use it again' }).click()
  await expect(retire).toBeVisible()
  await expect(office.main).not.toContainText('This campaign is retired')
})

test('a goal is deleted and comes back where it was, but one that codes count for says which ones keep it', async ({
  newOffice,
  house,
}) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  for (const name of ['Sales', 'Press', 'Service']) {
    await house.ask('mutation($input: CreateGoalInput!) { createGoal(input: $input) { goal { id } } }', {
      input: { campaign: shop.campaign, name },
    })
  }
  await office.open(`/campaigns/${shop.campaign}/goals`)
  const goals = office.main.getByRole('region').filter({ has: office.page.getByRole('button', { name: /^Rename/ }) })
  await press(office.page, 'Delete Press')
  await expect(goals).toHaveCount(2)
  await expect(office.page.getByRole('button', { name: 'Rename Service' })).toBeFocused()
  await press(office.page, 'Undo')
  await expect(goals.getByRole('heading')).toHaveText(['Sales', 'Press', 'Service'])
  await expect(office.page.getByRole('button', { name: 'Rename Press' })).toBeFocused()

  await office.main.getByRole('button', { name: 'Edit lead' }).click()
  await office.main.getByLabel('Goal', { exact: true }).selectOption('Sales')
  await office.main.getByRole('button', { name: 'Save' }).click()
  const sales = office.main.getByRole('region', { name: 'Sales' })
  await expect(sales.getByRole('button', { name: 'Edit lead' })).toBeVisible()
  await sales.getByRole('button', { name: 'Delete' }).click()
  await expect(sales.getByRole('alert')).toHaveText(/count for it: lead\./)
  await sales.getByRole('button', { name: 'Retire lead' }).click()
  await expect(sales.getByRole('alert')).toHaveText(/retired ones too: lead \(retired\)\./)
  await expect(sales).toBeVisible()
})

test('what is typed into a code or a goal is not lost without a question', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open(`/campaigns/${shop.campaign}/goals`)
  const [hint, edit] = [office.main.getByLabel('Hint'), (code: string) => office.main.getByRole('button', { name: `Edit ${code}` })]
  await edit('lead').click()
  await edit('support').click()
  await expect(edit('lead')).toBeVisible()
  await hint.fill('Wants a quote')

  await office.main.getByRole('link', { name: 'Overview' }).click()
  await expect(office.dialog).toContainText('Go on without saving?')
  await office.dialog.getByRole('button', { name: 'Stay here' }).click()
  await expect(hint).toHaveValue('Wants a quote')
  await edit('lead').click()
  await office.dialog.getByRole('button', { name: 'Stay here' }).click()
  await expect(hint).toHaveValue('Wants a quote')
  await edit('lead').click()
  await office.dialog.getByRole('button', { name: 'Go on and lose it' }).click()
  await expect(office.main.getByLabel('Label')).toHaveValue('lead')
  await expect(office.main.getByLabel('Label')).toBeFocused()

  await office.main.getByRole('button', { name: 'Add goal' }).click()
  await office.main.getByLabel('Name of the goal').fill('Sales')
  await office.main.getByRole('link', { name: 'Overview' }).click()
  await office.dialog.getByRole('button', { name: 'Go on and lose it' }).click()
  await expect(office.heading).toHaveText('Overview')
})

test('settings that are not saved are not lost without a question, and saved ones ask nothing', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open(`/campaigns/${shop.campaign}/settings`)
  const limits = office.main.getByLabel('Mails of the campaign in an hour')
  const cover = office.main.getByRole('checkbox', { name: 'Cover them in mails' })
  const overview = office.main.getByRole('link', { name: 'Overview' })
  await limits.fill('77')
  await cover.click()
  await overview.click()
  await expect(office.dialog).toContainText('Leave without saving?')
  await office.dialog.getByRole('button', { name: 'Stay here' }).click()
  await expect(limits).toHaveValue('77')
  await cover.click()
  await office.main.getByRole('button', { name: 'Save' }).click()
  await expect(office.undo).toBeVisible()
  await overview.click()
  await expect(office.heading).toHaveText('Overview')
})

test("the overview counts the days of the campaign's zone, whatever the browser's is", async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  // One of the two has another day than the browser, which is at UTC, at whatever hour this story is told.
  const zone = new Date().getUTCHours() >= 10 ? 'Pacific/Kiritimati' : 'Pacific/Niue'
  await house.ask('mutation($input: UpdateCampaignInput!) { updateCampaign(input: $input) { campaign { id } } }', {
    input: { id: shop.campaign, timeZone: zone },
  })
  await shop.close('chat-1', { codes: ['lead'], closedAt: new Date().toISOString() })
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open(`/campaigns/${shop.campaign}`)
  const chats = office.main.getByRole('link', { name: '1 finished chats' })
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date())
  await expect(chats).toHaveAttribute('href', new RegExp(today))
})
