/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** To whom a follow-up is sent again. */
export type AgainTo =
  /** Those whose mail was refused or given up, unless a later one was not. */
  | 'FAILED'
  /** The addresses that are given. */
  | 'OTHERS'
  /** Everybody who was to get it. */
  | 'SAME';

/** Who is to get chats with a success code. */
export type CodeAddressesInput = {
  /** The list as people type it. */
  addresses: string;
  /** A success code of the campaign. */
  code: string | number;
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

/** Other success codes for a follow-up. */
export type MoveFollowUpInput = {
  /** Their labels, in place of those that count now. */
  codes: Array<string>;
  /** The follow-up that is meant. */
  followUp: string | number;
  /** A key for this wish, made by the client: see the rules of the schema. */
  idempotencyKey: string;
  /** Whether to mail those who should have it by these codes and have not been mailed. */
  send?: boolean;
};

/** Why nobody gets a follow-up. */
export type NotForwarded =
  /** Its codes lead to no address, and the campaign sends such chats to nobody. */
  | 'CODES_UNADDRESSED'
  /** It goes to standard, which has no address. */
  | 'STANDARD_EMPTY';

/** A follow-up whose held mails are to be sent. */
export type ReleaseFollowUpInput = {
  /** The follow-up that is meant. */
  followUp: string | number;
  /** A key for this wish, made by the client: see the rules of the schema. */
  idempotencyKey: string;
};

/** A follow-up to be sent again. */
export type SendAgainInput = {
  /** For OTHERS: who, typed as `a@example.com; b@example.com`. */
  addresses?: string;
  /** The follow-up that is meant. */
  followUp: string | number;
  /** A key for this wish, made by the client: see the rules of the schema. */
  idempotencyKey: string;
  /** To whom. */
  to: AgainTo;
};

/** A verdict about an uncertain delivery. */
export type SettleDeliveryInput = {
  /** The delivery that is meant. */
  delivery: string | number;
  /** A key for this wish, made by the client: see the rules of the schema. */
  idempotencyKey: string;
  /** What became of it. */
  verdict: Verdict;
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

/** A whole table, as in `saveFollowUpAddresses`. */
export type UnsavedAddressesInput = {
  /** An entry for every success code in use. A retired one that is left out keeps its list. */
  codes: Array<CodeAddressesInput>;
  /** Who gets chats without a code. */
  standard: string;
};

/** What became of a mail whose answer was lost. */
export type Verdict =
  /** It has not, and is sent again. */
  | 'SEND_AGAIN'
  /** It has arrived, or must not be sent again. */
  | 'SENT';

export type ActQueryVariables = Exact<{
  id: string | number;
}>;


export type ActQuery = { followUp: { id: string, number: number, state: FollowUpState, codes: Array<string>, campaign: { id: string, name: string, goalSettings: { allowMultiple: boolean }, successCodes: Array<{ id: string, label: string, retired: boolean }> }, receipt: Array<{ id: string, state: DeliveryState, words: string, createdAt: string, recipient: { name: string, email: string } }> } | null };

export type SendAgainMutationVariables = Exact<{
  input: SendAgainInput;
}>;


export type SendAgainMutation = { sendAgain: { followUp: { id: string } } | null };

export type SettleMutationVariables = Exact<{
  input: SettleDeliveryInput;
}>;


export type SettleMutation = { settleDelivery: { followUp: { id: string } } | null };

export type ReleaseMutationVariables = Exact<{
  input: ReleaseFollowUpInput;
}>;


export type ReleaseMutation = { releaseFollowUp: { followUp: { id: string } } | null };

export type MoveMutationVariables = Exact<{
  input: MoveFollowUpInput;
}>;


export type MoveMutation = { moveFollowUp: { followUp: { id: string } } | null };

export type WouldGoQueryVariables = Exact<{
  input: SimulateRoutingInput;
  language: Language;
}>;


export type WouldGoQuery = { simulateRouting: { notForwarded: NotForwarded | null, recipients: Array<{ address: { name: string, email: string }, reasons: Array<{ sentence: string }> }> } };

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

export const ActDocument = new TypedDocumentString(`
    query Act($id: ID!) {
  followUp(id: $id) {
    id
    number
    state
    codes
    campaign {
      id
      name
      goalSettings {
        allowMultiple
      }
      successCodes {
        id
        label
        retired
      }
    }
    receipt {
      id
      state
      words
      createdAt
      recipient {
        name
        email
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ActQuery, ActQueryVariables>;
export const SendAgainDocument = new TypedDocumentString(`
    mutation SendAgain($input: SendAgainInput!) {
  sendAgain(input: $input) {
    followUp {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SendAgainMutation, SendAgainMutationVariables>;
export const SettleDocument = new TypedDocumentString(`
    mutation Settle($input: SettleDeliveryInput!) {
  settleDelivery(input: $input) {
    followUp {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SettleMutation, SettleMutationVariables>;
export const ReleaseDocument = new TypedDocumentString(`
    mutation Release($input: ReleaseFollowUpInput!) {
  releaseFollowUp(input: $input) {
    followUp {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ReleaseMutation, ReleaseMutationVariables>;
export const MoveDocument = new TypedDocumentString(`
    mutation Move($input: MoveFollowUpInput!) {
  moveFollowUp(input: $input) {
    followUp {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<MoveMutation, MoveMutationVariables>;
export const WouldGoDocument = new TypedDocumentString(`
    query WouldGo($input: SimulateRoutingInput!, $language: Language!) {
  simulateRouting(input: $input) {
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
}
    `) as unknown as TypedDocumentString<WouldGoQuery, WouldGoQueryVariables>;