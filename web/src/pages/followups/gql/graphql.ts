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

/** Where one mail to one recipient is. */
export type DeliveryState =
  /** The mail server took it. */
  | 'ACCEPTED'
  /** The provider sends nothing to this address any more. */
  | 'BLOCKED'
  /** The recipient's server sent it back. */
  | 'BOUNCED'
  /** The recipient called it spam. */
  | 'COMPLAINED'
  /** The recipient's server has not taken it yet. */
  | 'DELAYED'
  /** The recipient's server confirmed it. */
  | 'DELIVERED'
  /** Refused for good, or given up. */
  | 'FAILED'
  /** Over a sending limit, until somebody releases it. */
  | 'HELD'
  /** It waits to be tried. */
  | 'QUEUED'
  /** It is being tried now. */
  | 'SENDING'
  /** It was handed over and the answer was lost. */
  | 'UNCERTAIN';

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

/** A language that mails can be in. */
export type Language =
  /** German. */
  | 'DE'
  /** English. */
  | 'EN'
  /** Dutch. */
  | 'NL';

/** Why nobody gets a follow-up. */
export type NotForwarded =
  /** Its codes lead to no address, and the campaign sends such chats to nobody. */
  | 'CODES_UNADDRESSED'
  /** It goes to standard, which has no address. */
  | 'STANDARD_EMPTY';

/** A stretch of time. */
export type TimeRange = {
  /** From this moment on. */
  from?: string | null | undefined;
  /** Before this moment. */
  to?: string | null | undefined;
};

export type InboxQueryVariables = Exact<{
  language: Language;
  filter?: FollowUpFilter | null | undefined;
  counted?: FollowUpFilter | null | undefined;
  after?: string | null | undefined;
  oldestFirst: boolean;
}>;


export type InboxQuery = { followUps: { nodes: Array<{ id: string, number: number, state: FollowUpState, reason: string, codes: Array<string>, sendsAt: string | null, late: boolean, submission: { urgent: boolean }, campaign: { id: string, name: string }, chat: { id: string, closedAt: string, visitor: { name: string, email: string, phone: string }, operators: Array<{ name: string }> }, decision: { notForwarded: NotForwarded | null, recipients: Array<{ address: { name: string, email: string }, reasons: Array<{ sentence: string }> }> } | null, receipt: Array<{ id: string, state: DeliveryState, words: string, recipient: { name: string, email: string }, reasons: Array<{ sentence: string }>, replacedBy: { id: string } | null }> }>, pageInfo: { hasNextPage: boolean, startCursor: string, endCursor: string } }, followUpCounts: Array<{ state: FollowUpState, count: number }> };

export type RowFragment = { id: string, number: number, state: FollowUpState, reason: string, codes: Array<string>, sendsAt: string | null, late: boolean, submission: { urgent: boolean }, campaign: { id: string, name: string }, chat: { id: string, closedAt: string, visitor: { name: string, email: string, phone: string }, operators: Array<{ name: string }> }, decision: { notForwarded: NotForwarded | null, recipients: Array<{ address: { name: string, email: string }, reasons: Array<{ sentence: string }> }> } | null, receipt: Array<{ id: string, state: DeliveryState, words: string, recipient: { name: string, email: string }, reasons: Array<{ sentence: string }>, replacedBy: { id: string } | null }> };

export type ChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type ChoicesQuery = { campaigns: Array<{ id: string, name: string, goals: Array<{ id: string, name: string }>, successCodes: Array<{ id: string, label: string }> }> };

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
export const RowFragmentDoc = new TypedDocumentString(`
    fragment Row on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  sendsAt
  late
  submission {
    urgent
  }
  campaign {
    id
    name
  }
  chat {
    id
    closedAt
    visitor {
      name
      email
      phone
    }
    operators {
      name
    }
  }
  decision {
    recipients {
      address {
        name
        email
      }
      reasons {
        sentence(language: $language)
      }
    }
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
    }
    words
    reasons {
      sentence(language: $language)
    }
    replacedBy {
      id
    }
  }
}
    `, {"fragmentName":"Row"}) as unknown as TypedDocumentString<RowFragment, unknown>;
export const InboxDocument = new TypedDocumentString(`
    query Inbox($language: Language!, $filter: FollowUpFilter, $counted: FollowUpFilter, $after: String, $oldestFirst: Boolean!) {
  followUps(filter: $filter, first: 50, after: $after, oldestFirst: $oldestFirst) {
    nodes {
      ...Row
    }
    pageInfo {
      hasNextPage
      startCursor
      endCursor
    }
  }
  followUpCounts(filter: $counted) {
    state
    count
  }
}
    fragment Row on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  sendsAt
  late
  submission {
    urgent
  }
  campaign {
    id
    name
  }
  chat {
    id
    closedAt
    visitor {
      name
      email
      phone
    }
    operators {
      name
    }
  }
  decision {
    recipients {
      address {
        name
        email
      }
      reasons {
        sentence(language: $language)
      }
    }
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
    }
    words
    reasons {
      sentence(language: $language)
    }
    replacedBy {
      id
    }
  }
}`) as unknown as TypedDocumentString<InboxQuery, InboxQueryVariables>;
export const ChoicesDocument = new TypedDocumentString(`
    query Choices {
  campaigns {
    id
    name
    goals {
      id
      name
    }
    successCodes {
      id
      label
    }
  }
}
    `) as unknown as TypedDocumentString<ChoicesQuery, ChoicesQueryVariables>;