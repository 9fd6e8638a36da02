/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Where a follow-up is. Once it has deliveries, the state is that of the worst unresolved one. */
export type FollowUpState =
  /** The campaign requires a code, and the chat has none. With a code it goes on as the campaign's mode says, at the latest after the time limit. */
  | 'AWAITING_CODE'
  /** It waits for an operator's OK, or for the time limit. */
  | 'AWAITING_OK'
  /** The vendor has the transcript, and we still fetch it. */
  | 'AWAITING_TRANSCRIPT'
  /** The server of every recipient confirmed it. */
  | 'DELIVERED'
  /** Somebody did not get it. */
  | 'FAILED'
  /** Over a sending limit, until somebody releases it. */
  | 'HELD'
  /** In its hold or undo delay. */
  | 'HOLDING'
  /** Nobody gets it, for a reason. */
  | 'NOT_FORWARDED'
  /** On its way. */
  | 'QUEUED'
  /** Every mail server took it. */
  | 'SENT'
  /** The answer of a mail server was lost: it may have arrived or not. */
  | 'UNCERTAIN';

/** A language that mails can be in. */
export type Language =
  /** German. */
  | 'DE'
  /** English. */
  | 'EN'
  /** Dutch. */
  | 'NL';

export type FollowUpQueryVariables = Exact<{
  number: number;
  language: Language;
}>;


export type FollowUpQuery = { followUpByNumber: { id: string, number: number, state: FollowUpState, reason: string, chat: { id: string, visitor: { name: string, email: string, phone: string } } } | null };

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

export const FollowUpDocument = new TypedDocumentString(`
    query FollowUp($number: Int!, $language: Language!) {
  followUpByNumber(number: $number) {
    id
    number
    state
    reason(language: $language)
    chat {
      id
      visitor {
        name
        email
        phone
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FollowUpQuery, FollowUpQueryVariables>;