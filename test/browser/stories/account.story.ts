import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

// What belongs to the whole account: sources, people, tokens, the audit log, and one's own settings.

test('a chat is connected, and heard of without looking again; its secret is shown once @everywhere', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Ada Winter', 'OWNER'))
  const name = shop.at('desk')
  await office.open('/follow-ups')
  await office.go('Sources')
  await office.main.getByRole('link', { name: 'Connect my chat' }).first().click()
  await office.main.getByRole('link', { name: 'Your own program' }).click()
  await office.main.getByLabel('Name').fill(name)
  await office.main.getByRole('button', { name: 'Make the connection' }).click()
  await expect(office.heading).toHaveText(`Connect ${name}`)
  const secret = await office.main.getByRole('textbox', { name: 'Secret' }).inputValue()
  const source = new URL(office.page.url()).searchParams.get('source') ?? ''
  expect(office.page.url()).not.toContain(secret)
  const heard = office.main.getByRole('region', { name: 'Is it connected?' })
  await expect(heard).toContainText('Waiting for the first event')
  await house.post({ source, vendor: 'postchat', secret, body: '{"type":"test"}' })
  await expect(heard).toContainText('A test: kept, never mailed.')
  await office.page.reload()
  await office.settle()
  await expect(office.main.getByRole('textbox', { name: 'Secret' })).toHaveCount(0)
  await office.main.getByRole('button', { name: 'Make a new secret' }).click()
  await expect(office.main.getByRole('textbox', { name: 'Secret' })).not.toHaveValue(secret)
})

test('a name that another source has is refused beside it', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Ada Winter', 'OWNER'))
  const { source } = await house.ask<{ source: { name: string } }>('query($id: ID!) { source(id: $id) { name } }', { id: shop.source })
  await office.open('/sources/connect?vendor=rocketchat')
  await office.main.getByLabel('Name').fill(source.name)
  await office.main.getByRole('button', { name: 'Make the connection' }).click()
  await expect(office.main.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true')
  await expect(office.trouble).not.toHaveText('')
})

test('by keyboard alone somebody is invited, and the link is shown once', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Ada Winter', 'OWNER'))
  await office.open('/settings')
  await office.page.keyboard.press('g')
  await office.page.keyboard.press('p')
  await expect(office.heading).toHaveText('People')
  await office.main.getByRole('button', { name: 'Invite somebody' }).press('Enter')
  await office.dialog.getByLabel('E-mail').press('End')
  await office.page.keyboard.type(shop.at('mira'))
  await office.page.keyboard.press('Enter')
  await expect(office.dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/invitation#/)
  await office.page.keyboard.press('Escape')
  await expect(office.dialog).toHaveCount(0)
  await expect(office.main.getByRole('listitem').filter({ hasText: shop.at('mira') })).toContainText('Operator')
})

test('whoever may not is told what they lack, and is not led there', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Olu Brand', 'OPERATOR'))
  for (const [address, title] of [
    ['/sources', 'Sources'],
    ['/people', 'People'],
    ['/settings/tokens', 'API tokens'],
    ['/settings/audit', 'Audit log'],
  ] as const) {
    await office.open(address)
    await expect(office.heading).toHaveText(title)
    await expect(office.main).toContainText('Ask an owner of your account')
  }
  const places = await office.places()
  for (const name of ['Sources', 'People']) expect(places).not.toContain(name)
})

test('the language changes at once, and the look stays on this machine', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Ada Winter', 'OWNER'))
  await office.open('/settings')
  await office.main.getByLabel('Dark').check()
  await office.main.getByLabel('Language').selectOption('nl')
  await expect(office.heading).toHaveText('Mijn instellingen')
  await office.page.reload()
  await expect(office.heading).toHaveText('Mijn instellingen')
  await expect(office.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(office.main.getByLabel('Donker')).toBeChecked()
})
