/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Who is to get chats with a success code. */
export type CodeAddressesInput = {
  /** The list as people type it. */
  addresses: string;
  /** A success code of the campaign. */
  code: string | number;
};

/** A conversation at its chat vendor. */
export type ConversationInput = {
  /** The vendor's id of the conversation. */
  id: string;
  /** The source that brings its chats. */
  source: string | number;
};

/** A piece of a message that is to be covered, or lifted. */
export type CoverInput = {
  /** The character after the last one. */
  end: number;
  /** The message's key. */
  message: string;
  /** The first character (Unicode code point) of the message's text, from 0. */
  start: number;
};

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

/** Who wrote a message or closed a chat. */
export type Role =
  /** A program that answers visitors. */
  | 'BOT'
  /** Who answered. */
  | 'OPERATOR'
  /** The vendor's program itself. */
  | 'SYSTEM'
  /** The vendor does not say. */
  | 'UNKNOWN'
  /** Who asked. */
  | 'VISITOR';

/** A chat that there might be. */
export type SimulateRoutingInput = {
  /** The campaign whose table is asked. */
  campaign: string | number;
  /** The labels of codes, known or not. */
  codes?: Array<string>;
  /** Addresses that an operator adds by hand, typed as `a@example.com; b@example.com`. */
  extraAddresses?: string;
  /** A table that was not saved; without one the campaign's own is asked. */
  table?: UnsavedAddressesInput | null | undefined;
};

/** An operator's OK. Give `followUp`, or `conversation` for the one that is open or closed last. */
export type SubmitFollowUpInput = {
  /** The labels of success codes. Where it is left out, the codes that the vendor sends count; an empty list takes them away. */
  codes?: Array<string> | null | undefined;
  /** The conversation that is meant. */
  conversation?: ConversationInput | null | undefined;
  /** The pieces of messages that no mail shows, at most 500. Those that overlap become one. Where it is left out, those that stand are kept. */
  covered?: Array<CoverInput> | null | undefined;
  /** Addresses to add by hand, typed as `a@example.com; b@example.com`. */
  extraAddresses?: string;
  /** The follow-up that is meant. */
  followUp?: string | number | null | undefined;
  /** A key for this wish, made by the client: see the rules of the schema. */
  idempotencyKey: string;
  /**
   * The pieces that are shown although they look like a number that mails cover, at most 500. Where it is left out, those that stand are
   * kept.
   */
  lifted?: Array<CoverInput> | null | undefined;
  /** The operator's own text, on top of the mail; at most 10,000 characters. */
  note?: string;
  /** The name of whoever submits this, as the mail shows it. Empty means the caller's name. */
  operator?: string;
  /** The keys of the messages with which the mail begins, at most 500. Where it is left out, those that stand are kept. */
  starred?: Array<string> | null | undefined;
  /** Whether the mail is marked urgent. */
  urgent?: boolean;
  /** The panel's version, as it was read. Where it is given and not the panel's any more, it is a CONFLICT: rule `changed` or `submitted`. */
  version?: number | null | undefined;
};

/** A stretch of time. */
export type TimeRange = {
  /** From this moment on. */
  from?: string | null | undefined;
  /** Before this moment. */
  to?: string | null | undefined;
};

/** An OK to be taken back. Give `followUp`, or `conversation` for the one that is open or closed last. */
export type UndoFollowUpInput = {
  /** The conversation that is meant. */
  conversation?: ConversationInput | null | undefined;
  /** The follow-up that is meant. */
  followUp?: string | number | null | undefined;
};

/** A whole table, as in `saveFollowUpAddresses`. */
export type UnsavedAddressesInput = {
  /** An entry for every success code in use. A retired one that is left out keeps its list. */
  codes: Array<CodeAddressesInput>;
  /** Who gets chats without a code. */
  standard: string;
};

export type ToBeCodedQueryVariables = Exact<{
  uncoded?: FollowUpFilter | null | undefined;
}>;


export type ToBeCodedQuery = { followUps: { nodes: Array<{ id: string, number: number, state: FollowUpState, codes: Array<string>, waitsSince: string | null, sendsAt: string | null, submission: { note: string, urgent: boolean }, campaign: { id: string, name: string, goalSettings: { allowMultiple: boolean, requireCode: boolean, undoDelay: number }, successCodes: Array<{ id: string, label: string, hint: string, color: string, hotKey: string, retired: boolean }> }, chat: { id: string, closedAt: string, visitor: { name: string, email: string, phone: string }, operators: Array<{ name: string }> } }>, pageInfo: { hasNextPage: boolean } }, followUpCounts: Array<{ state: FollowUpState, count: number }>, uncoded: { nodes: Array<{ id: string, number: number, state: FollowUpState, codes: Array<string>, campaign: { id: string, name: string }, chat: { id: string, closedAt: string, codes: Array<string>, visitor: { name: string, email: string, phone: string }, operators: Array<{ name: string }> } }>, pageInfo: { hasNextPage: boolean } } };

export type WaitingFragment = { id: string, number: number, state: FollowUpState, codes: Array<string>, waitsSince: string | null, sendsAt: string | null, submission: { note: string, urgent: boolean }, campaign: { id: string, name: string, goalSettings: { allowMultiple: boolean, requireCode: boolean, undoDelay: number }, successCodes: Array<{ id: string, label: string, hint: string, color: string, hotKey: string, retired: boolean }> }, chat: { id: string, closedAt: string, visitor: { name: string, email: string, phone: string }, operators: Array<{ name: string }> } };

export type CampaignPartsFragment = { id: string, name: string, goalSettings: { allowMultiple: boolean, requireCode: boolean, undoDelay: number }, successCodes: Array<{ id: string, label: string, hint: string, color: string, hotKey: string, retired: boolean }> };

export type SaidQueryVariables = Exact<{
  id: string | number;
}>;


export type SaidQuery = { followUp: { id: string, chat: { id: string, transcript: Array<{ key: string, at: string, role: Role, name: string, text: string, private: boolean, event: boolean }> } } | null };

export type StandingQueryVariables = Exact<{
  followUp: string | number;
}>;


export type StandingQuery = { panel: { version: number, submittedAt: string | null, submittedBy: string, vendorCodes: Array<string>, submission: { codes: Array<string> | null, note: string, urgent: boolean, extraAddresses: Array<{ text: string }> }, campaign: { id: string, name: string, goalSettings: { allowMultiple: boolean, requireCode: boolean, undoDelay: number }, successCodes: Array<{ id: string, label: string, hint: string, color: string, hotKey: string, retired: boolean }> } } };

export type GoesToQueryVariables = Exact<{
  input: SimulateRoutingInput;
  language: Language;
}>;


export type GoesToQuery = { simulateRouting: { notForwarded: NotForwarded | null, recipients: Array<{ address: { email: string }, reasons: Array<{ sentence: string }> }> } };

export type GiveOkMutationVariables = Exact<{
  input: SubmitFollowUpInput;
}>;


export type GiveOkMutation = { submitFollowUp: { sendsAt: string | null, followUp: { id: string, number: number } | null, decision: { recipients: Array<{ address: { email: string } }> } | null } | null };

export type TakeOkBackMutationVariables = Exact<{
  input: UndoFollowUpInput;
}>;


export type TakeOkBackMutation = { undoFollowUp: { followUp: { id: string } | null } | null };

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
export const CampaignPartsFragmentDoc = new TypedDocumentString(`
    fragment CampaignParts on Campaign {
  id
  name
  goalSettings {
    allowMultiple
    requireCode
    undoDelay
  }
  successCodes {
    id
    label
    hint
    color
    hotKey
    retired
  }
}
    `, {"fragmentName":"CampaignParts"}) as unknown as TypedDocumentString<CampaignPartsFragment, unknown>;
export const WaitingFragmentDoc = new TypedDocumentString(`
    fragment Waiting on FollowUp {
  id
  number
  state
  codes
  waitsSince
  sendsAt
  submission {
    note
    urgent
  }
  campaign {
    ...CampaignParts
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
}
    fragment CampaignParts on Campaign {
  id
  name
  goalSettings {
    allowMultiple
    requireCode
    undoDelay
  }
  successCodes {
    id
    label
    hint
    color
    hotKey
    retired
  }
}`, {"fragmentName":"Waiting"}) as unknown as TypedDocumentString<WaitingFragment, unknown>;
export const ToBeCodedDocument = new TypedDocumentString(`
    query ToBeCoded($uncoded: FollowUpFilter) {
  followUps(
    first: 50
    oldestFirst: true
    filter: {states: [AWAITING_CODE, AWAITING_OK]}
  ) {
    nodes {
      ...Waiting
    }
    pageInfo {
      hasNextPage
    }
  }
  followUpCounts(filter: {states: [AWAITING_CODE, AWAITING_OK]}) {
    state
    count
  }
  uncoded: followUps(first: 25, filter: $uncoded) {
    nodes {
      id
      number
      state
      codes
      campaign {
        id
        name
      }
      chat {
        id
        closedAt
        codes
        visitor {
          name
          email
          phone
        }
        operators {
          name
        }
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    fragment Waiting on FollowUp {
  id
  number
  state
  codes
  waitsSince
  sendsAt
  submission {
    note
    urgent
  }
  campaign {
    ...CampaignParts
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
}
fragment CampaignParts on Campaign {
  id
  name
  goalSettings {
    allowMultiple
    requireCode
    undoDelay
  }
  successCodes {
    id
    label
    hint
    color
    hotKey
    retired
  }
}`) as unknown as TypedDocumentString<ToBeCodedQuery, ToBeCodedQueryVariables>;
export const SaidDocument = new TypedDocumentString(`
    query Said($id: ID!) {
  followUp(id: $id) {
    id
    chat {
      id
      transcript {
        key
        at
        role
        name
        text
        private
        event
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SaidQuery, SaidQueryVariables>;
export const StandingDocument = new TypedDocumentString(`
    query Standing($followUp: ID!) {
  panel(followUp: $followUp) {
    version
    submittedAt
    submittedBy
    submission {
      codes
      extraAddresses {
        text
      }
      note
      urgent
    }
    vendorCodes
    campaign {
      ...CampaignParts
    }
  }
}
    fragment CampaignParts on Campaign {
  id
  name
  goalSettings {
    allowMultiple
    requireCode
    undoDelay
  }
  successCodes {
    id
    label
    hint
    color
    hotKey
    retired
  }
}`) as unknown as TypedDocumentString<StandingQuery, StandingQueryVariables>;
export const GoesToDocument = new TypedDocumentString(`
    query GoesTo($input: SimulateRoutingInput!, $language: Language!) {
  simulateRouting(input: $input) {
    recipients {
      address {
        email
      }
      reasons {
        sentence(language: $language)
      }
    }
    notForwarded
  }
}
    `) as unknown as TypedDocumentString<GoesToQuery, GoesToQueryVariables>;
export const GiveOkDocument = new TypedDocumentString(`
    mutation GiveOK($input: SubmitFollowUpInput!) {
  submitFollowUp(input: $input) {
    followUp {
      id
      number
    }
    decision {
      recipients {
        address {
          email
        }
      }
    }
    sendsAt
  }
}
    `) as unknown as TypedDocumentString<GiveOkMutation, GiveOkMutationVariables>;
export const TakeOkBackDocument = new TypedDocumentString(`
    mutation TakeOKBack($input: UndoFollowUpInput!) {
  undoFollowUp(input: $input) {
    followUp {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<TakeOkBackMutation, TakeOkBackMutationVariables>;