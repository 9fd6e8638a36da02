import type { House, Mail, Person, Role } from './house.ts'

/** How a shop is set up; what is left out is as the server has it. */
export interface ShopOptions {
  vendor?: 'postchat' | 'rocketchat' | 'chatwoot'
  /** How long a chat is held before it is sent without an OK, in seconds. */
  hold?: number
  mode?: 'AUTOMATIC' | 'OPERATOR_OK'
  allowMultiple?: boolean
  requireCode?: boolean
  /** What becomes of chats whose codes lead to nobody. */
  unaddressed?: 'STANDARD' | 'NOT_FORWARDED'
  /** How long an OK can be taken back, in seconds. */
  undoDelay?: number
  /** How long a chat waits for an OK or a code, in seconds. */
  timeLimit?: number
  /** Who may frame the window. */
  frameOrigins?: string[]
}

/** What a vendor tells of a closed chat, in our own format, besides what it tells of every chat here. */
export interface Close {
  codes?: string[]
  visitor?: { name?: string; email?: string }
  transcript?: { id: string; role: string; name: string; text: string }[]
  closedBy?: 'visitor' | 'operator'
  closedAt?: string
  /** What else the format has, by its names there. */
  more?: object
}

/** What was made for a shop. */
interface Made {
  campaign: string
  source: string
  vendor: string
  secret: string
  chatwoot?: number
}

/** A campaign with codes, addresses and a source, at a domain that nobody else writes to. */
export class Shop {
  readonly house: House
  /** What its campaign and its source are called. */
  readonly name: string
  readonly campaign: string
  readonly source: string
  readonly #domain: string
  readonly #vendor: string
  readonly #secret: string
  /** The played Chatwoot that the shop's source reads from, where that is its vendor. */
  readonly #chatwoot: number | undefined

  private constructor(house: House, name: string, made: Made) {
    this.house = house
    this.name = name
    this.campaign = made.campaign
    this.source = made.source
    this.#domain = `${name}.example`
    this.#vendor = made.vendor
    this.#secret = made.secret
    this.#chatwoot = made.chatwoot
  }

  /**
   * Sets a shop up as a program of the company's does. Chats with the code lead go to sales, those with support to support and nights,
   * those with other to nobody, and those without a code to standard.
   */
  static async open(house: House, options: ShopOptions = {}): Promise<Shop> {
    const name = `shop-${crypto.randomUUID().slice(0, 8)}`
    const domain = `${name}.example`
    const { vendor = 'postchat', hold = 0, frameOrigins = ['https://desk.example', 'https://chatwoot.example'], ...goals } = options
    const { createCampaign } = await house.ask<{ createCampaign: { campaign: { id: string } } }>(
      'mutation($name: String!) { createCampaign(input: { name: $name }) { campaign { id } } }',
      { name },
    )
    const campaign = createCampaign.campaign.id
    const lists = []
    for (const [label, hotKey, people] of codes) {
      const { createSuccessCode } = await house.ask<{ createSuccessCode: { successCode: { id: string } } }>(
        'mutation($input: CreateSuccessCodeInput!) { createSuccessCode(input: $input) { successCode { id } } }',
        { input: { campaign, label, hotKey } },
      )
      lists.push({ code: createSuccessCode.successCode.id, addresses: people.map((who) => `${who}@${domain}`).join('; ') })
    }
    await house.ask(
      'mutation($input: SaveFollowUpAddressesInput!) { saveFollowUpAddresses(input: $input) { followUpAddresses { version } } }',
      {
        input: { campaign, version: 0, standard: `standard@${domain}`, codes: lists },
      },
    )
    await house.ask('mutation($input: UpdateGoalSettingsInput!) { updateGoalSettings(input: $input) { campaign { id } } }', {
      input: { campaign, ...goals },
    })
    const chatwoot = vendor === 'chatwoot' ? await house.openChatwoot() : undefined
    const { createSource } = await house.ask<{ createSource: { source: { id: string }; secret: string; hookUrl: string } }>(
      'mutation($input: CreateSourceInput!) { createSource(input: $input) { source { id } secret hookUrl } }',
      {
        input: {
          name,
          vendor,
          defaultCampaign: campaign,
          hold,
          frameOrigins,
          ...(chatwoot && { secret: chatwoot.secret, api: chatwoot.api }),
        },
      },
    )
    if (chatwoot) await house.happensAt(chatwoot.id, 'hook', createSource.hookUrl)
    const source = createSource.source.id
    return new Shop(house, name, { campaign, source, vendor, secret: createSource.secret, ...(chatwoot && { chatwoot: chatwoot.id }) })
  }

  /** The e-mail of somebody in the shop. */
  at(who: string): string {
    return `${who}@${this.#domain}`
  }

  /** Where the operators' window is. */
  get window(): string {
    return `${this.house.url}/panel/${this.source}`
  }

  /** Invites somebody to the shop, who accepts. */
  async hire(name: string, role: Role = 'OPERATOR'): Promise<Person> {
    return this.house.hire(
      name,
      this.at(name.toLowerCase().replaceAll(/[^a-z]/g, '')),
      role,
      role === 'OWNER' ? undefined : [this.campaign],
    )
  }

  /** Takes somebody's way in away. */
  async disable(person: Person): Promise<void> {
    const { people } = await this.house.ask<{ people: { id: string; email: string }[] }>('{ people { id email } }')
    const id = people.find(({ email }) => email === person.email)?.id
    await this.house.ask('mutation($id: ID!) { disablePerson(input: { id: $id }) { person { id } } }', { id })
  }

  /** The visitor's chat closes at its vendor, who tells the server and is heard. */
  async close(conversation: string, close: Close = {}): Promise<void> {
    const body = this.#vendor === 'rocketchat' ? rocketChat(conversation, close) : ownFormat(conversation, close)
    await this.house.post({ source: this.source, vendor: this.#vendor, secret: this.#secret, body: JSON.stringify(body) })
  }

  /** Somebody does something at the shop's Chatwoot; see the stage. Returns the id of the conversation that is at hand. */
  async inChatwoot(
    what: 'open' | 'visitor' | 'agent' | 'note' | 'label' | 'resolve' | 'reopen',
    text = '',
    who = 'Dana K.',
  ): Promise<number> {
    if (this.#chatwoot === undefined) {
      throw new Error('the shop has no Chatwoot')
    }
    return Number(await this.house.happensAt(this.#chatwoot, what, text, who))
  }

  /** The follow-up of a visitor's chat. */
  async about(visitor: string): Promise<{ id: string; number: number }> {
    const { followUps } = await this.house.ask<{ followUps: { nodes: [{ id: string; number: number }] } }>(
      'query($filter: FollowUpFilter) { followUps(filter: $filter) { nodes { id number } } }',
      { filter: { campaigns: [this.campaign], search: visitor } },
    )
    return followUps.nodes[0]
  }

  /** Somebody at the company ends the hold of the conversation's follow-up. */
  async sendNow(conversation: string): Promise<void> {
    const { panel } = await this.house.ask<{ panel: { followUp: { id: string } } }>(
      'query($conversation: ConversationInput!) { panel(conversation: $conversation) { followUp { id } } }',
      { conversation: { source: this.source, id: conversation } },
    )
    await this.house.ask('mutation($input: SendFollowUpNowInput!) { sendFollowUpNow(input: $input) { followUp { id } } }', {
      input: { followUp: panel.followUp.id, idempotencyKey: crypto.randomUUID() },
    })
  }

  /** The one mail that Mailgun takes for somebody of the shop, as soon as it has. It fails where it took more. */
  async mailTo(who: string): Promise<Mail> {
    const [mail, ...more] = await this.house.mailsTo(this.at(who))
    if (mail === undefined || more.length > 0) {
      throw new Error(`Mailgun took ${1 + more.length} mails for ${this.at(who)}`)
    }
    return mail
  }

  /** How many mails Mailgun has taken for somebody of the shop by now. */
  async countMailsTo(who: string): Promise<number> {
    return (await this.house.mailsTo(this.at(who), 0)).length
  }

  /** The mail for somebody of the shop is refused by their mail server, in these words, as soon as Mailgun has it. */
  async bounceTo(who: string, words: string, count = 1): Promise<void> {
    await this.house.bounceTo(this.at(who), words, count)
  }

  /** The mail for somebody of the shop arrives, as soon as Mailgun has it, and Mailgun says so. */
  async deliverTo(who: string): Promise<void> {
    await this.house.deliverTo(this.at(who))
  }
}

/** The codes of every shop, with their hot-keys and who gets their chats. */
const codes: [label: string, hotKey: string, people: string[]][] = [
  ['lead', '1', ['sales']],
  ['support', '2', ['support', 'nights']],
  ['other', '3', []],
]

const usual = [
  { id: 'm1', role: 'visitor', name: 'Ines Moreau', text: 'Do you have a bigger plan?' },
  { id: 'm2', role: 'operator', name: 'Dana K.', text: 'Yes! How many people are you?' },
  { id: 'm3', role: 'visitor', name: 'Ines Moreau', text: 'About 40, from March on.' },
]

const opened = '2026-11-25T08:25:00Z'
const closed = '2026-11-25T08:30:00Z'

function ownFormat(conversation: string, close: Close): object {
  return {
    type: 'chat.closed',
    conversation: { id: conversation },
    started_at: opened,
    closed_at: close.closedAt ?? closed,
    closed_by: close.closedBy ?? 'operator',
    codes: close.codes,
    visitor: close.visitor ?? { name: 'Ines Moreau', email: 'ines@visitor.example' },
    operators: [{ name: 'Dana K.' }],
    transcript: (close.transcript ?? usual).map((line) => ({ at: opened, ...line })),
    ...close.more,
  }
}

function rocketChat(conversation: string, close: Close): object {
  const visitor = { _id: 'guest', username: 'guest-7', name: close.visitor?.name ?? 'Ines Moreau' }
  const agent = { _id: 'agent', username: 'dana', name: 'Dana K.' }
  return {
    type: 'LivechatSession',
    _id: conversation,
    createdAt: opened,
    closedAt: close.closedAt ?? closed,
    closer: close.closedBy === 'visitor' ? 'visitor' : 'user',
    tags: close.codes ?? [],
    visitor: { ...visitor, email: [{ address: close.visitor?.email ?? 'ines@visitor.example' }] },
    agent,
    messages: (close.transcript ?? usual).map((line) => {
      const u = line.role === 'visitor' ? visitor : agent
      return { _id: line.id, u, username: u.username, msg: line.text, ts: opened }
    }),
  }
}
