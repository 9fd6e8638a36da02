/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What a mail is for. */
export type MailKind =
  /** Lines that came after the first. */
  | 'ADDENDUM'
  /** Sent again by a person. */
  | 'AGAIN'
  /** The follow-up itself. */
  | 'FIRST'
  /** To standard, because an address of the table refused it. */
  | 'RESCUE';

export type OutboxQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OutboxQuery = { mails: { nodes: Array<{ id: string, kind: MailKind, subject: string, createdAt: string, deliveries: Array<{ id: string, recipient: { email: string, name: string } }>, followUp: { id: string, number: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string } } };

export type MailRowFragment = { id: string, kind: MailKind, subject: string, createdAt: string, deliveries: Array<{ id: string, recipient: { email: string, name: string } }>, followUp: { id: string, number: number } };

export type OutboxMailQueryVariables = Exact<{
  id: string | number;
}>;


export type OutboxMailQuery = { node:
    | { id: string, content: { plain: string, html: string } }
    | Record<PropertyKey, never>
   | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const MailRowFragmentDoc = new TypedDocumentString(`
    fragment MailRow on Mail {
  id
  kind
  subject
  createdAt
  deliveries {
    id
    recipient {
      email
      name
    }
  }
  followUp {
    id
    number
  }
}
    `, {"fragmentName":"MailRow"}) as unknown as TypedDocumentString<MailRowFragment, unknown>;
export const OutboxDocument = new TypedDocumentString(`
    query Outbox($after: String) {
  mails(first: 25, after: $after) {
    nodes {
      ...MailRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment MailRow on Mail {
  id
  kind
  subject
  createdAt
  deliveries {
    id
    recipient {
      email
      name
    }
  }
  followUp {
    id
    number
  }
}`) as unknown as TypedDocumentString<OutboxQuery, OutboxQueryVariables>;
export const OutboxMailDocument = new TypedDocumentString(`
    query OutboxMail($id: ID!) {
  node(id: $id) {
    ... on Mail {
      id
      content {
        plain
        html
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OutboxMailQuery, OutboxMailQueryVariables>;