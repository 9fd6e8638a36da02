import { setting } from './setting.ts'

/** A mail that the fake Mailgun took, as its reader has it. */
export interface Mail {
  messageId: string
  subject: string
  replyTo: string
  to: string
  text: string
  html: string
  source: string
}

/** Somebody who can sign in. */
export interface Person {
  name: string
  email: string
  password: string
}

/** What somebody is in a house. */
export type Role = 'OWNER' | 'MANAGER' | 'OPERATOR' | 'VIEWER'

/** A server of the stage, with a mail provider of its own. */
export class House {
  /** Where people reach it. */
  readonly url: string
  readonly #path: string
  readonly #api: string
  readonly #token: string

  private constructor(path: string, told: { url: string; api: string; token: string }) {
    this.#path = path
    this.url = told.url
    this.#api = told.api
    this.#token = told.token
  }

  /** The house at the root of its site, the one below a path, or the demo as it runs on one's own machine. */
  static async find(name: 'root' | 'prefixed' | 'demo'): Promise<House> {
    const path = `${setting('STAGE')}/${name}`
    return new House(path, await read(await fetch(path)))
  }

  /** Builds a house that nobody has set up: a server without a mail provider, as who has only just got it starts it; and its link. */
  static async build(): Promise<{ house: House; link: string }> {
    const { name, link } = await read<{ name: string; link: string }>(await fetch(`${setting('STAGE')}/built`, { method: 'POST' }))
    const path = `${setting('STAGE')}/${name}`
    return { house: new House(path, await read(await fetch(path))), link }
  }

  /** Invites somebody, who accepts; to some campaigns, or to all where none are named. */
  async hire(name: string, email: string, role: Role, campaigns?: string[]): Promise<Person> {
    const person = { name, email, password: 'seven old bicycles' }
    const { createInvitation } = await this.ask<{ createInvitation: { link: string } }>(
      'mutation($input: CreateInvitationInput!) { createInvitation(input: $input) { link } }',
      { input: { email, role, campaigns, idempotencyKey: crypto.randomUUID() } },
    )
    await this.ask('mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { viewer { name } } }', {
      input: { token: createInvitation.link.split('#')[1], name, password: person.password },
    })
    return person
  }

  /** Asks the API as a program of the company's does, and returns the answer's data. */
  async ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${this.#token}` }
    const body = JSON.stringify({ query, variables })
    const answer = await read<{ data: Data; errors?: unknown[] }>(await fetch(this.#api, { method: 'POST', headers, body }))
    if (answer.errors !== undefined) {
      throw new Error(`${query} is answered ${JSON.stringify(answer.errors)}`)
    }
    return answer.data
  }

  /** Has a vendor post an event to its source, until it is taken. */
  async post(event: { source: string; vendor: string; secret: string; body: string }): Promise<void> {
    await this.#do('post', JSON.stringify(event))
  }

  /** What Mailgun took for a recipient, as soon as there are so many mails. */
  async mailsTo(recipient: string, count = 1): Promise<Mail[]> {
    return read(await fetch(`${this.#path}/mails?to=${encodeURIComponent(recipient)}&count=${count}`))
  }

  /** Has Mailgun deliver the mail to a recipient that it took last, as soon as it has so many, and tell the server so. */
  async deliverTo(recipient: string, count = 1): Promise<void> {
    await this.#do(`deliver?to=${encodeURIComponent(recipient)}&count=${count}`)
  }

  /** Has the recipient's mail server refuse the mail that Mailgun took last, in these words, as soon as it has so many. */
  async bounceTo(recipient: string, words: string, count = 1): Promise<void> {
    await this.#do(`bounce?to=${encodeURIComponent(recipient)}&count=${count}&words=${encodeURIComponent(words)}`)
  }

  /** Starts a Chatwoot, and says how to read from it and what its webhook is signed with. */
  async openChatwoot(): Promise<{ id: number; secret: string; api: object }> {
    return read(await fetch(`${this.#path}/chatwoot`, { method: 'POST' }))
  }

  /** Lets something happen at a Chatwoot, and returns the id of its conversation. */
  async happensAt(chatwoot: number, what: string, text = '', who = ''): Promise<string> {
    return read(await fetch(`${this.#path}/chatwoot/${chatwoot}`, { method: 'POST', body: JSON.stringify({ what, text, who }) }))
  }

  /** Kills the server. */
  async kill(): Promise<void> {
    await this.#do('kill')
  }

  /** Starts the server again, and returns when it is ready. */
  async restart(): Promise<void> {
    await this.#do('restart')
  }

  async #do(what: string, body: string | null = null): Promise<void> {
    await read(await fetch(`${this.#path}/${what}`, { method: 'POST', body }))
  }
}

/** The reports about the policies of pages that came since they were asked for last. */
export async function reports(): Promise<{ 'csp-report': Record<string, unknown> }[]> {
  return read(await fetch(`${setting('STAGE')}/reports`))
}

async function read<Answer>(response: Response): Promise<Answer> {
  const text = await response.text()
  if (!response.ok) {
    throw new Error(`${response.url} is answered ${response.status} ${text}`)
  }
  return JSON.parse(text) as Answer
}
