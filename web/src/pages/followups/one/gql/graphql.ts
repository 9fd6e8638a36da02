/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What sort of somebody does something. */
export type ActorKind =
  /** A person who is signed in. */
  | 'PERSON'
  /** Whoever runs Postchat's commands on the server. */
  | 'SHELL'
  /** Postchat itself. */
  | 'SYSTEM'
  /** A program, by its API token. */
  | 'TOKEN';

/** Who is to get chats with a success code. */
export type CodeAddressesInput = {
  /** The list as people type it. */
  addresses: string;
  /** A success code of the campaign. */
  code: string | number;
};

/** What became of a code. */
export type CodeOutcome =
  /** The table has no address for it. */
  | 'NO_ADDRESS'
  /** It is retired, and counts as no code. */
  | 'RETIRED'
  /** Its addresses are among the recipients. */
  | 'ROUTED'
  /** It is no code of the campaign, and counts as none. */
  | 'UNKNOWN';

/** A conversation at its chat vendor. */
export type ConversationInput = {
  /** The vendor's id of the conversation. */
  id: string;
  /** The source that brings its chats. */
  source: string | number;
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

/** A follow-up that is to wait no longer. */
export type SendFollowUpNowInput = {
  /** The follow-up that is meant. */
  followUp: string | number;
  /** A key for this wish, made by the client: see the rules of the schema. */
  idempotencyKey: string;
};

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

/** What a piece of a message looks like. */
export type SuggestedCoverKind =
  /** The number of a payment card. */
  | 'CARD'
  /** An International Bank Account Number. */
  | 'IBAN'
  /** The security code of a payment card. */
  | 'SECURITY_CODE';

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

export type FollowUpQueryVariables = Exact<{
  number: number;
  language: Language;
}>;


export type FollowUpQuery = { followUpByNumber: { id: string, number: number, state: FollowUpState, reason: string, codes: Array<string>, sendsAt: string | null, waitsSince: string | null, asksAt: string | null, submittedAt: string | null, submittedBy: string, routedAt: string | null, late: boolean, campaign: { id: string, name: string }, chat: { id: string, startedAt: string | null, closedAt: string, closedBy: Role, segment: number, revision: number, partial: boolean, department: string, subject: string, page: string, codes: Array<string>, source: { id: string, name: string }, visitor: { name: string, email: string, phone: string }, operators: Array<{ name: string }>, custom: Array<{ name: string, value: string }>, transcript: Array<{ key: string, at: string, role: Role, name: string, text: string, private: boolean, event: boolean, files: Array<{ name: string, url: string, type: string, size: number }> }> }, submission: { note: string, urgent: boolean, operator: string, starred: Array<string>, extraAddresses: Array<{ email: string }>, covered: Array<{ message: string, start: number, end: number }>, lifted: Array<{ message: string, start: number, end: number }> }, suggestedCovers: Array<{ message: string, start: number, end: number, kind: SuggestedCoverKind }>, decision: { tableVersion: number, notForwarded: NotForwarded | null, recipients: Array<{ address: { name: string, email: string }, reasons: Array<{ sentence: string }> }>, codes: Array<{ label: string, outcome: CodeOutcome }> } | null, lateDecision: { notForwarded: NotForwarded | null, recipients: Array<{ address: { name: string, email: string }, reasons: Array<{ sentence: string }> }>, codes: Array<{ label: string, outcome: CodeOutcome }> } | null, receipt: Array<{ id: string, state: DeliveryState, words: string, nextAt: string | null, resend: boolean, recipient: { name: string, email: string }, mail: { id: string, kind: MailKind }, replacedBy: { id: string } | null, reasons: Array<{ sentence: string }>, steps: Array<{ at: string, state: DeliveryState, attempt: number, words: string }> }>, mails: Array<{ id: string, kind: MailKind, subject: string, createdAt: string }>, history: Array<{ id: string, at: string, action: string, detail: string, actor: { kind: ActorKind, name: string } }> } | null };

export type ChatPartsFragment = { id: string, startedAt: string | null, closedAt: string, closedBy: Role, segment: number, revision: number, partial: boolean, department: string, subject: string, page: string, codes: Array<string>, source: { id: string, name: string }, visitor: { name: string, email: string, phone: string }, operators: Array<{ name: string }>, custom: Array<{ name: string, value: string }>, transcript: Array<{ key: string, at: string, role: Role, name: string, text: string, private: boolean, event: boolean, files: Array<{ name: string, url: string, type: string, size: number }> }> };

export type DecisionPartsFragment = { notForwarded: NotForwarded | null, recipients: Array<{ address: { name: string, email: string }, reasons: Array<{ sentence: string }> }>, codes: Array<{ label: string, outcome: CodeOutcome }> };

export type DeliveryPartsFragment = { id: string, state: DeliveryState, words: string, nextAt: string | null, resend: boolean, recipient: { name: string, email: string }, mail: { id: string, kind: MailKind }, replacedBy: { id: string } | null, reasons: Array<{ sentence: string }>, steps: Array<{ at: string, state: DeliveryState, attempt: number, words: string }> };

export type NowQueryVariables = Exact<{
  input: SimulateRoutingInput;
  language: Language;
}>;


export type NowQuery = { simulateRouting: { notForwarded: NotForwarded | null, recipients: Array<{ address: { name: string, email: string }, reasons: Array<{ sentence: string }> }>, codes: Array<{ label: string, outcome: CodeOutcome }> } };

export type MailQueryVariables = Exact<{
  id: string | number;
}>;


export type MailQuery = { node:
    | { id: string, messageId: string, subject: string, from: string, source: string, content: { plain: string, html: string, header: Array<{ name: string, value: string }>, attachments: Array<{ name: string, type: string, size: number }> } }
    | Record<PropertyKey, never>
   | null };

export type SendNowMutationVariables = Exact<{
  input: SendFollowUpNowInput;
}>;


export type SendNowMutation = { sendFollowUpNow: { followUp: { id: string } } | null };

export type UndoMutationVariables = Exact<{
  input: UndoFollowUpInput;
}>;


export type UndoMutation = { undoFollowUp: { followUp: { id: string } | null } | null };

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
export const ChatPartsFragmentDoc = new TypedDocumentString(`
    fragment ChatParts on Chat {
  id
  startedAt
  closedAt
  closedBy
  segment
  revision
  partial
  department
  subject
  page
  codes
  source {
    id
    name
  }
  visitor {
    name
    email
    phone
  }
  operators {
    name
  }
  custom {
    name
    value
  }
  transcript {
    key
    at
    role
    name
    text
    private
    event
    files {
      name
      url
      type
      size
    }
  }
}
    `, {"fragmentName":"ChatParts"}) as unknown as TypedDocumentString<ChatPartsFragment, unknown>;
export const DecisionPartsFragmentDoc = new TypedDocumentString(`
    fragment DecisionParts on Decision {
  recipients {
    address {
      name
      email
    }
    reasons {
      sentence(language: $language)
    }
  }
  codes {
    label
    outcome
  }
  notForwarded
}
    `, {"fragmentName":"DecisionParts"}) as unknown as TypedDocumentString<DecisionPartsFragment, unknown>;
export const DeliveryPartsFragmentDoc = new TypedDocumentString(`
    fragment DeliveryParts on Delivery {
  id
  state
  recipient {
    name
    email
  }
  mail {
    id
    kind
  }
  words
  nextAt
  resend
  replacedBy {
    id
  }
  reasons {
    sentence(language: $language)
  }
  steps {
    at
    state
    attempt
    words
  }
}
    `, {"fragmentName":"DeliveryParts"}) as unknown as TypedDocumentString<DeliveryPartsFragment, unknown>;
export const FollowUpDocument = new TypedDocumentString(`
    query FollowUp($number: Int!, $language: Language!) {
  followUpByNumber(number: $number) {
    id
    number
    state
    reason(language: $language)
    codes
    sendsAt
    waitsSince
    asksAt
    submittedAt
    submittedBy
    routedAt
    late
    campaign {
      id
      name
    }
    chat {
      ...ChatParts
    }
    submission {
      extraAddresses {
        email
      }
      note
      urgent
      operator
      starred
      covered {
        message
        start
        end
      }
      lifted {
        message
        start
        end
      }
    }
    suggestedCovers {
      message
      start
      end
      kind
    }
    decision {
      tableVersion
      ...DecisionParts
    }
    lateDecision {
      ...DecisionParts
    }
    receipt {
      ...DeliveryParts
    }
    mails {
      id
      kind
      subject
      createdAt
    }
    history {
      id
      at
      action
      detail
      actor {
        kind
        name
      }
    }
  }
}
    fragment ChatParts on Chat {
  id
  startedAt
  closedAt
  closedBy
  segment
  revision
  partial
  department
  subject
  page
  codes
  source {
    id
    name
  }
  visitor {
    name
    email
    phone
  }
  operators {
    name
  }
  custom {
    name
    value
  }
  transcript {
    key
    at
    role
    name
    text
    private
    event
    files {
      name
      url
      type
      size
    }
  }
}
fragment DecisionParts on Decision {
  recipients {
    address {
      name
      email
    }
    reasons {
      sentence(language: $language)
    }
  }
  codes {
    label
    outcome
  }
  notForwarded
}
fragment DeliveryParts on Delivery {
  id
  state
  recipient {
    name
    email
  }
  mail {
    id
    kind
  }
  words
  nextAt
  resend
  replacedBy {
    id
  }
  reasons {
    sentence(language: $language)
  }
  steps {
    at
    state
    attempt
    words
  }
}`) as unknown as TypedDocumentString<FollowUpQuery, FollowUpQueryVariables>;
export const NowDocument = new TypedDocumentString(`
    query Now($input: SimulateRoutingInput!, $language: Language!) {
  simulateRouting(input: $input) {
    ...DecisionParts
  }
}
    fragment DecisionParts on Decision {
  recipients {
    address {
      name
      email
    }
    reasons {
      sentence(language: $language)
    }
  }
  codes {
    label
    outcome
  }
  notForwarded
}`) as unknown as TypedDocumentString<NowQuery, NowQueryVariables>;
export const MailDocument = new TypedDocumentString(`
    query Mail($id: ID!) {
  node(id: $id) {
    ... on Mail {
      id
      messageId
      subject
      from
      source
      content {
        header {
          name
          value
        }
        plain
        html
        attachments {
          name
          type
          size
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MailQuery, MailQueryVariables>;
export const SendNowDocument = new TypedDocumentString(`
    mutation SendNow($input: SendFollowUpNowInput!) {
  sendFollowUpNow(input: $input) {
    followUp {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SendNowMutation, SendNowMutationVariables>;
export const UndoDocument = new TypedDocumentString(`
    mutation Undo($input: UndoFollowUpInput!) {
  undoFollowUp(input: $input) {
    followUp {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<UndoMutation, UndoMutationVariables>;