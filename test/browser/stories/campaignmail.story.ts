import { hostileTexts } from '../stage/hostile.ts'
import type { Office } from '../stage/office.ts'
import { aimedAtPreview } from '../stage/panel.ts'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

// An admin writes what mails look like, and sees it before anybody gets one.

test.beforeEach(({ trouble }) => trouble.expect(aimedAtPreview))

const parts = (office: Office) => ({
  subject: office.main.getByRole('textbox', { name: 'Subject' }),
  save: office.main.getByRole('button', { name: 'Save' }),
  preview: office.main.getByRole('region', { name: 'Preview' }),
  frame: office.main.getByTitle('Preview').contentFrame(),
})

test('what is placed in a subject is seen at once, and is in the next mail', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  await shop.close('chat-1', { codes: ['support'], visitor: { name: 'Noor Jansen' } })
  await shop.mailTo('support')
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open(`/campaigns/${shop.campaign}/mail`)
  const { subject, save, preview } = parts(office)
  await expect(preview).toContainText('[support] Chat with Noor Jansen')

  await subject.fill('New:  wrote')
  await subject.evaluate((input: HTMLInputElement) => input.setSelectionRange(5, 5))
  await office.main.getByRole('button', { name: 'Visitor', exact: true }).click()
  await expect(subject).toHaveValue('New: {visitor} wrote')
  await expect(subject).toBeFocused()
  await expect(preview).toContainText('New: Noor Jansen wrote')
  await save.click()
  await expect(office.undo).toBeVisible()
  await shop.close('chat-2', { codes: ['lead'] })
  expect((await shop.mailTo('sales')).subject).toBe('New: Ines Moreau wrote')
})

test('what was saved can be taken back', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open(`/campaigns/${shop.campaign}/mail`)
  const { subject, save } = parts(office)
  await subject.fill('Only this')
  await save.click()
  await office.undo.click()
  await expect(subject).toHaveValue('')
  await expect(save).toBeDisabled()
})

test('a placeholder that there is not is refused beside its field, and nothing is saved', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open(`/campaigns/${shop.campaign}/mail`)
  const { subject, save, preview } = parts(office)
  await subject.fill('From {visitr}')
  await expect(subject).toHaveAccessibleDescription(/\{visitr\}, which is no placeholder/)
  await expect(preview).toContainText('not up to date')
  await save.click()
  await expect(office.trouble).toContainText('{visitr}')
  await expect(office.undo).toBeHidden()
  await subject.fill('From {visitor}')
  await expect(office.trouble).toBeHidden()
})

test('a code has its own words, and the rest of the campaign', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open(`/campaigns/${shop.campaign}/mail`)
  const { save, frame } = parts(office)
  await office.main.getByRole('combobox', { name: 'Settings for' }).selectOption('lead')
  await expect(office.main.getByText('Same as the campaign: English')).toBeVisible()
  await office.main.getByRole('button', { name: 'Make it different: Intro' }).click()
  await expect(office.main.getByRole('textbox', { name: 'Intro' })).toBeFocused()
  await office.page.keyboard.type('Call them today.')
  await expect(frame.getByText('Call them today.')).toBeVisible()
  await save.click()
  await shop.close('chat-1', { codes: ['lead'] })
  await shop.close('chat-2', { codes: ['support'] })
  expect((await shop.mailTo('sales')).text).toContain('Call them today.')
  expect((await shop.mailTo('support')).text).not.toContain('Call them today.')
})

test('a mail is seen as on a dark screen, on a phone, and as plain text', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open(`/campaigns/${shop.campaign}/mail`)
  const { frame } = parts(office)
  const card = frame.locator('.card')
  await expect(card).toHaveCSS('background-color', 'rgb(254, 254, 254)')
  await office.main.getByRole('link', { name: 'Dark' }).click()
  await expect(card).toHaveCSS('background-color', 'rgb(26, 30, 29)')
  await office.main.getByRole('link', { name: 'Phone' }).click()
  await expect(card).toHaveCSS('border-top-width', '0px')
  await office.main.getByRole('link', { name: 'Plain text' }).click()
  await expect(office.main.getByRole('region', { name: 'Plain text' })).toContainText('Transcript')
})

test('by keyboard alone, settings are changed and saved', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open(`/campaigns/${shop.campaign}/mail`)
  const { subject } = parts(office)
  await expect(async () => {
    await office.page.keyboard.press('Tab')
    await expect(subject).toBeFocused({ timeout: 50 })
  }).toPass({ intervals: [0] })
  await office.page.keyboard.type('By keys')
  await office.page.keyboard.press('Enter')
  await expect(office.undo).toBeVisible()
  await shop.close('chat-1', { codes: ['lead'] })
  expect((await shop.mailTo('sales')).subject).toBe('By keys')
})

test('what is not saved is not lost without a question', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open(`/campaigns/${shop.campaign}/mail`)
  const { subject } = parts(office)
  await subject.fill('Half a th')
  await office.navigation.getByRole('link', { name: 'Reports' }).click()
  await office.dialog.getByRole('button', { name: 'Stay here' }).click()
  await expect(subject).toHaveValue('Half a th')
  await office.navigation.getByRole('link', { name: 'Reports' }).click()
  await office.dialog.getByRole('button', { name: 'Leave and lose it' }).click()
  await expect(office.heading).toHaveText('Reports')
})

test('a test mail goes to whoever asks for it, and its fate is told', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const manager = await shop.hire('Mara Lind', 'MANAGER')
  const office = await newOffice(house, manager)
  await office.open(`/campaigns/${shop.campaign}/mail`)
  await parts(office).subject.fill('Not saved yet')
  await office.main.getByRole('button', { name: 'Send me a test' }).click()
  const to = office.dialog.getByRole('textbox', { name: 'To' })
  await expect(to).toHaveValue(manager.email)
  await to.fill('nobody')
  await office.dialog.getByRole('button', { name: 'Send the test' }).click()
  await expect(to).toHaveAccessibleDescription(/has no @/)
  await to.fill(manager.email)
  await office.dialog.getByRole('button', { name: 'Send the test' }).click()
  await expect(office.dialog.getByRole('status')).toContainText(`Sent to ${manager.email}`)
  const mails = await house.mailsTo(manager.email, 2)
  expect(mails.map(({ subject }) => subject)).toContainEqual(expect.stringContaining('Not saved yet'))
})

test('whoever may only look sees the settings, and nothing to change them with', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  const office = await newOffice(house, await shop.hire('Vera Blom', 'VIEWER'))
  await office.open(`/campaigns/${shop.campaign}/mail`)
  const { subject, save, frame } = parts(office)
  await expect(subject).toBeDisabled()
  await expect(save).toBeHidden()
  await expect(office.main.getByRole('button', { name: 'Send me a test' })).toBeHidden()
  await expect(frame.getByText('Transcript')).toBeVisible()
})

test('whatever visitors type is shown letter for letter in the preview', async ({ newOffice, house }) => {
  const shop = await Shop.open(house)
  await shop.close('chat-1', {
    visitor: { name: '<b>Ines</b> \u202Euaerom' },
    transcript: hostileTexts.map(({ text }, i) => ({ id: `m${i}`, role: 'visitor', name: `${i} \u202E<i>x`, text })),
  })
  const office = await newOffice(house, await shop.hire('Mara Lind', 'MANAGER'))
  await office.open(`/campaigns/${shop.campaign}/mail`)
  const { preview, frame } = parts(office)
  await expect(preview).toContainText('Chat with <b>Ines</b>')
  const flat = (text: string) => text.replaceAll(/\s+/g, ' ')
  const looks = flat(await frame.locator('body').innerText())
  await office.main.getByRole('link', { name: 'Plain text' }).click()
  const plain = flat(await office.main.getByRole('region', { name: 'Plain text' }).innerText())
  for (const { text, shown = text, mailed } of hostileTexts) {
    expect(looks).toContain(flat(mailed ? text : shown))
    expect(plain).toContain(flat(shown))
  }
  await expect(office.page).toHaveTitle('Mail · Postchat')
})
