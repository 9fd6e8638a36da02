import type { TypedDocumentString } from './generated/graphql.js';

/** Calls the API of one server with one token. */
export class Client {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** Executes a document and returns its data. Any error in the answer is thrown. */
  async ask<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ query: document.toString(), variables }),
    });
    const answer = (await response.json()) as { data?: Data | null; errors?: { message: string }[] };
    if (answer.errors !== undefined || answer.data === undefined || answer.data === null) {
      throw new Error(`the API answers ${response.status}: ${JSON.stringify(answer.errors)}`);
    }
    return answer.data;
  }
}

/** Returns what a mutation did; null, as the schema allows it beside an error, is thrown. */
export function done<T>(payload: T | null | undefined): T {
  if (payload === null || payload === undefined) {
    throw new Error('the mutation has no payload, and no error either');
  }
  return payload;
}
