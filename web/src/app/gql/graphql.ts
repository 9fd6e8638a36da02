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

/** A kind of thing that a person or a program may do. */
export type Permission =
  /** What is the whole account's: new campaigns, sources, the audit log. Owners may, and managers who are not limited to campaigns. */
  | 'ACCOUNT'
  /** Change a campaign's settings: goals, success codes, follow-up addresses, mail. Managers and owners may. */
  | 'CAMPAIGN'
  /** Act on follow-ups: OK, undo, send again, settle, release. Operators, managers and owners may. */
  | 'FOLLOW_UP'
  /** People, invitations and API tokens. Owners may. */
  | 'PEOPLE'
  /** See campaigns, chats, follow-ups, mails, reports and the ledger. Every role may. */
  | 'READ';

/** What a person is in the account. */
export type PersonRole =
  /** May do everything but people and tokens; limited to campaigns, only what is those campaigns'. */
  | 'MANAGER'
  /** May see, and act on follow-ups. */
  | 'OPERATOR'
  /** May do everything. Never limited to campaigns. */
  | 'OWNER'
  /** May see. */
  | 'VIEWER';

export type ShellQueryVariables = Exact<{ [key: string]: never; }>;


export type ShellQuery = { viewer: { name: string, permissions: Array<Permission>, person: { id: string, language: string, role: PersonRole } | null, campaigns: Array<{ id: string }> | null }, campaigns: Array<{ id: string, name: string }>, followUpCounts: Array<{ state: FollowUpState, count: number }> };

export type ChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ChangesSubscription = { accountChanged: { followUps: Array<string>, missed: boolean, objects: Array<{ kind: string }> } };

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

export const ShellDocument = new TypedDocumentString(`
    query Shell {
  viewer {
    name
    permissions
    person {
      id
      language
      role
    }
    campaigns {
      id
    }
  }
  campaigns {
    id
    name
  }
  followUpCounts {
    state
    count
  }
}
    `) as unknown as TypedDocumentString<ShellQuery, ShellQueryVariables>;
export const ChangesDocument = new TypedDocumentString(`
    subscription Changes {
  accountChanged {
    followUps
    objects {
      kind
    }
    missed
  }
}
    `) as unknown as TypedDocumentString<ChangesSubscription, ChangesSubscriptionVariables>;