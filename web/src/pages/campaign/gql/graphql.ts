/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Days of the ledger, at most 400 apart. */
export type DayRange = {
  /** The first day, as 2026-07-01. */
  first: string;
  /** The last day, included. */
  last: string;
};

/** Which follow-ups are meant. Each part that is given, and not empty, must fit. */
export type FollowUpFilter = {
  /** With a mail to one of these e-mails. */
  addresses?: Array<string> | null | undefined;
  /** Of one of these campaigns. */
  campaigns?: Array<string | number> | null | undefined;
  /** Whose chat closed in this time. */
  closed?: TimeRange | null | undefined;
  /** With such a code, or without any. */
  coded?: boolean | null | undefined;
  /**
   * With one of these success codes among those that count: of the operator's, else of the vendor's, those known and in use when the
   * follow-up was routed.
   */
  codes?: Array<string | number> | null | undefined;
  /** With such a code that belongs to a goal, or without any. */
  converted?: boolean | null | undefined;
  /** Of these days of the ledger. */
  days?: DayRange | null | undefined;
  /** With such a code that belongs to one of these goals. */
  goals?: Array<string | number> | null | undefined;
  /** With a newer version of the chat than was mailed, or not. */
  late?: boolean | null | undefined;
  /** Answered by an operator with one of these names. An empty name is for chats without an operator's name. */
  operators?: Array<string> | null | undefined;
  /** In their state for one of these reasons, as the boxes of the ledger have them; an empty one is for those without a reason. */
  reasons?: Array<string> | null | undefined;
  /** Whose close was received in this time. */
  received?: TimeRange | null | undefined;
  /**
   * A text of 2 to 100 characters, whatever the case of its letters, in what the visitor gave (name, e-mail, phone, id), in the
   * transcript, or in an address that was mailed. A number, with or without #, finds the follow-up with it too. At most 50,000
   * follow-ups are looked through for a page, from the first on that the rest of the filter means: a time moves where that is. It is
   * INVALID where nothing is found in them and there are more.
   */
  search?: string | null | undefined;
  /** In one of these states. */
  states?: Array<FollowUpState> | null | undefined;
  /** With an OK of somebody with one of these names. */
  submittedBy?: Array<string> | null | undefined;
  /** Marked urgent by an operator, or not. */
  urgent?: boolean | null | undefined;
};

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

/** A campaign to be taken back into use. */
export type RestoreCampaignInput = {
  /** The campaign to restore. */
  id: string | number;
};

/** A stretch of time. */
export type TimeRange = {
  /** From this moment on. */
  from?: string | null | undefined;
  /** Before this moment. */
  to?: string | null | undefined;
};

export type CampaignQueryVariables = Exact<{
  id: string | number;
}>;


export type CampaignQuery = { campaign: { id: string, name: string, timeZone: string, sample: boolean, retired: boolean, retiredAt: string | null } | null };

export type RestoreCampaignMutationVariables = Exact<{
  input: RestoreCampaignInput;
}>;


export type RestoreCampaignMutation = { restoreCampaign: { campaign: { id: string } } | null };

export type OverviewQueryVariables = Exact<{
  id: string | number;
  filter: FollowUpFilter;
}>;


export type OverviewQuery = { campaign: { id: string, sample: boolean, followUpAddresses: { standard: { items: Array<{ name: string, email: string, health: { healthy: boolean, refusedAt: string | null, words: string } | null }> }, codes: Array<{ code: { id: string, retired: boolean }, addresses: { items: Array<{ name: string, email: string, health: { healthy: boolean, refusedAt: string | null, words: string } | null }> } }> } } | null, checkList: { campaigns: Array<{ hasSource: boolean, hasStandard: boolean, hasCode: boolean, campaign: { id: string } }> }, followUpCounts: Array<{ state: FollowUpState, count: number }> };

export type ItemsFragment = { items: Array<{ name: string, email: string, health: { healthy: boolean, refusedAt: string | null, words: string } | null }> };

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
export const ItemsFragmentDoc = new TypedDocumentString(`
    fragment Items on AddressList {
  items {
    name
    email
    health {
      healthy
      refusedAt
      words
    }
  }
}
    `, {"fragmentName":"Items"}) as unknown as TypedDocumentString<ItemsFragment, unknown>;
export const CampaignDocument = new TypedDocumentString(`
    query Campaign($id: ID!) {
  campaign(id: $id) {
    id
    name
    timeZone
    sample
    retired
    retiredAt
  }
}
    `) as unknown as TypedDocumentString<CampaignQuery, CampaignQueryVariables>;
export const RestoreCampaignDocument = new TypedDocumentString(`
    mutation RestoreCampaign($input: RestoreCampaignInput!) {
  restoreCampaign(input: $input) {
    campaign {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreCampaignMutation, RestoreCampaignMutationVariables>;
export const OverviewDocument = new TypedDocumentString(`
    query Overview($id: ID!, $filter: FollowUpFilter!) {
  campaign(id: $id) {
    id
    sample
    followUpAddresses {
      standard {
        ...Items
      }
      codes {
        code {
          id
          retired
        }
        addresses {
          ...Items
        }
      }
    }
  }
  checkList {
    campaigns {
      campaign {
        id
      }
      hasSource
      hasStandard
      hasCode
    }
  }
  followUpCounts(filter: $filter) {
    state
    count
  }
}
    fragment Items on AddressList {
  items {
    name
    email
    health {
      healthy
      refusedAt
      words
    }
  }
}`) as unknown as TypedDocumentString<OverviewQuery, OverviewQueryVariables>;