import type { Role } from '../stage/house.ts'
import { aimedAtPreview } from '../stage/panel.ts'
import { addressOf, placesIn, routes } from '../stage/routes.ts'
import { Shop } from '../stage/shop.ts'
import { expect, test } from '../stage/story.ts'

// Everybody sees and may do only what is theirs, whether a page offers it or they ask by hand.

type Permission = 'FOLLOW_UP' | 'CAMPAIGN' | 'ACCOUNT' | 'PEOPLE'

/** What somebody is here, which pages they are led to, and what they may do beside looking. */
const roles: { who: string; role: Role; limited?: boolean; places: string[]; may: Permission[] }[] = [
  {
    who: 'an owner',
    role: 'OWNER',
    places: ['Follow-ups', 'To be coded', 'Reports', 'Campaigns', 'Sources', 'First steps', 'People', 'Settings'],
    may: ['FOLLOW_UP', 'CAMPAIGN', 'ACCOUNT', 'PEOPLE'],
  },
  {
    who: 'a manager',
    role: 'MANAGER',
    places: ['Follow-ups', 'To be coded', 'Reports', 'Campaigns', 'Sources', 'First steps', 'Settings'],
    may: ['FOLLOW_UP', 'CAMPAIGN', 'ACCOUNT'],
  },
  {
    who: 'a manager of one campaign',
    role: 'MANAGER',
    limited: true,
    places: ['Follow-ups', 'To be coded', 'Reports', 'Campaigns', 'Settings'],
    may: ['FOLLOW_UP', 'CAMPAIGN'],
  },
  {
    who: 'an operator',
    role: 'OPERATOR',
    limited: true,
    places: ['Follow-ups', 'To be coded', 'Reports', 'Campaigns', 'Settings'],
    may: ['FOLLOW_UP'],
  },
  { who: 'a viewer', role: 'VIEWER', limited: true, places: ['Follow-ups', 'To be coded', 'Reports', 'Campaigns', 'Settings'], may: [] },
]

/** What pages offer to whoever may. */
const offers: { route: string; button: string | RegExp; needs: Permission }[] = [
  { route: '/follow-ups/$number', button: 'Send again…', needs: 'FOLLOW_UP' },
  { route: '/campaigns', button: 'New campaign', needs: 'ACCOUNT' },
  { route: '/campaigns/$campaign/goals', button: 'Add code', needs: 'CAMPAIGN' },
  { route: '/campaigns/$campaign/addresses', button: 'Paste a list…', needs: 'CAMPAIGN' },
  { route: '/campaigns/$campaign/mail', button: 'Send me a test', needs: 'CAMPAIGN' },
  { route: '/sources/$source/settings', button: 'Give this source up', needs: 'ACCOUNT' },
  { route: '/people', button: 'Invite somebody', needs: 'PEOPLE' },
  { route: '/settings/tokens', button: 'New token', needs: 'PEOPLE' },
]

/** What whoever may can ask the API for: with it, something is done. */
const deeds: { needs: Permission; query: string; input: (about: { campaign: string; followUp: string }) => object }[] = [
  {
    needs: 'FOLLOW_UP',
    query: 'mutation($input: SendAgainInput!) { sendAgain(input: $input) { followUp { id } } }',
    input: ({ followUp }) => ({ followUp, to: 'SAME', idempotencyKey: crypto.randomUUID() }),
  },
  {
    needs: 'CAMPAIGN',
    query: 'mutation($input: CreateSuccessCodeInput!) { createSuccessCode(input: $input) { successCode { id } } }',
    input: ({ campaign }) => ({ campaign, label: crypto.randomUUID() }),
  },
  {
    needs: 'CAMPAIGN',
    query: 'mutation($input: UpdateGoalSettingsInput!) { updateGoalSettings(input: $input) { campaign { id } } }',
    input: ({ campaign }) => ({ campaign, undoDelay: 5 }),
  },
  {
    needs: 'CAMPAIGN',
    query: 'mutation($input: UpdateMailSettingsInput!) { updateMailSettings(input: $input) { campaign { id } } }',
    input: ({ campaign }) => ({ campaign, footer: 'Changed by hand' }),
  },
  {
    needs: 'ACCOUNT',
    query: 'mutation($input: CreateCampaignInput!) { createCampaign(input: $input) { campaign { id } } }',
    input: () => ({ name: crypto.randomUUID() }),
  },
  {
    needs: 'ACCOUNT',
    query: 'mutation($input: CreateSourceInput!) { createSource(input: $input) { secret } }',
    input: ({ campaign }) => ({ name: crypto.randomUUID(), vendor: 'postchat', defaultCampaign: campaign }),
  },
  {
    needs: 'ACCOUNT',
    query: 'query($input: AuditFilter) { auditLog(filter: $input) { nodes { id } } }',
    input: () => ({}),
  },
  {
    needs: 'PEOPLE',
    query: 'mutation($input: CreateInvitationInput!) { createInvitation(input: $input) { link } }',
    input: () => ({ email: `${crypto.randomUUID()}@stranger.example`, role: 'VIEWER', idempotencyKey: crypto.randomUUID() }),
  },
  {
    needs: 'PEOPLE',
    query: 'mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret } }',
    input: () => ({ name: 'by hand', permissions: ['READ'] }),
  },
]

for (const { who, role, limited = false, places, may } of roles) {
  test(`${who} sees and may do what is theirs, and that only @everywhere`, async ({ newOffice, house, trouble }) => {
    trouble.expect(aimedAtPreview)
    const [shop, other] = [await Shop.open(house), await Shop.open(house)]
    await shop.close('chat-1', { codes: ['lead'], visitor: { name: 'Noor Jansen' } })
    await other.close('chat-1', { codes: ['lead'], visitor: { name: 'Pim Ruiter' } })
    await shop.mailTo('sales')
    await other.mailTo('sales')
    const person = await house.hire('Somebody', shop.at('somebody'), role, limited ? [shop.campaign] : undefined)
    const office = await newOffice(house, person)
    const about = await shop.about('Noor Jansen')
    const where = { ...(await placesIn(house)), campaign: shop.campaign, source: shop.source, number: `${about.number}` }

    await test.step('every page, with what it offers', async () => {
      for (const route of routes) {
        await office.open(addressOf(route, where))
        if (limited) await expect(office.main).not.toContainText(other.name)
        for (const { button, needs } of offers.filter((offer) => offer.route === route)) {
          await expect(office.main.getByRole('button', { name: button }).first()).toBeVisible({ visible: may.includes(needs) })
        }
      }
      expect(await office.places()).toEqual(places)
    })

    await test.step('by hand', async () => {
      for (const { needs, query, input } of deeds) {
        const refusal = await office.refusalOf(query, { input: input({ campaign: shop.campaign, followUp: about.id }) })
        expect(refusal, `${who}: ${query}`).toBe(may.includes(needs) ? undefined : 'DENIED')
      }
    })

    if (!limited) return
    await test.step('what is another’s is not there', async () => {
      const theirs = await other.about('Pim Ruiter')
      await office.open(`/follow-ups/${theirs.number}`)
      await expect(office.heading).toHaveText('There is no such page')
      await office.open(`/campaigns/${other.campaign}/addresses`)
      await expect(office.heading).toHaveText('There is no such page')
      for (const { query, input } of deeds.filter(({ needs }) => may.includes(needs))) {
        expect(await office.refusalOf(query, { input: input({ campaign: other.campaign, followUp: theirs.id }) }), query).toBe('NOT_FOUND')
      }
    })
  })
}
