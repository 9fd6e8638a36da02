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

/** What differs in the mails of chats with a success code and is not saved. What is not given does not differ. */
export type CodeMailSettingsInput = {
  /** The success code. */
  code: string | number;
  /** A template, at most 2,000 characters; empty for none. */
  footer?: string | null | undefined;
  /** A template, at most 2,000 characters; empty for none. */
  intro?: string | null | undefined;
  /** The language of all of the mail's own words. */
  language?: Language | null | undefined;
  /** One address. */
  replyTo?: string | null | undefined;
  /** The name before the sender's address, at most 120 characters. */
  senderName?: string | null | undefined;
  /** The subject's template, at most 200 characters. */
  subject?: string | null | undefined;
  /** An IANA time zone; empty for the campaign's. */
  timeZone?: string | null | undefined;
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

/** A piece of a message that is to be covered, or lifted. */
export type CoverInput = {
  /** The character after the last one. */
  end: number;
  /** The message's key. */
  message: string;
  /** The first character (Unicode code point) of the message's text, from 0. */
  start: number;
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

/** What sends a campaign's follow-ups. */
export type FollowUpMode =
  /** The end of the hold: the vendor's codes decide, unless an operator picks others until then. */
  | 'AUTOMATIC'
  /** An operator's OK, or the time limit. A message that was left while nobody was there waits for nobody, and is sent as with AUTOMATIC. */
  | 'OPERATOR_OK';

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

/** Mail settings of a campaign that are not saved. What is not given is as it is stored. */
export type MailSettingsInput = {
  /** A template, at most 2,000 characters. */
  footer?: string | null | undefined;
  /** A template, at most 2,000 characters. */
  intro?: string | null | undefined;
  /** The language of all of the mail's own words. */
  language?: Language | null | undefined;
  /** One address. */
  replyTo?: string | null | undefined;
  /** The name before the sender's address, at most 120 characters. */
  senderName?: string | null | undefined;
  /** The subject's template, at most 200 characters. */
  subject?: string | null | undefined;
  /** An IANA time zone; empty for the campaign's. */
  timeZone?: string | null | undefined;
};

/** Why nobody gets a follow-up. */
export type NotForwarded =
  /** Its codes lead to no address, and the campaign sends such chats to nobody. */
  | 'CODES_UNADDRESSED'
  /** It goes to standard, which has no address. */
  | 'STANDARD_EMPTY';

/** How far the chat of a panel is. */
export type PanelStage =
  /** It runs; what is saved waits for its close. */
  | 'OPEN'
  /** It was sent, or goes to nobody. */
  | 'SETTLED'
  /** It has closed, and was not sent yet. */
  | 'WAITING';

/** A mail to be looked at. What is not given is as it is stored. */
export type PreviewMailInput = {
  /** The campaign of a sample chat, where no follow-up is given. A sample chat has the campaign's first code in use. */
  campaign?: string | number | null | undefined;
  /** What differs for success codes, as if it had been saved. For a code that is given here only this differs. */
  codeSettings?: Array<CodeMailSettingsInput> | null | undefined;
  /** Labels of codes, known or not, as if they had been given. */
  codes?: Array<string> | null | undefined;
  /** The pieces of messages that no mail shows. */
  covered?: Array<CoverInput> | null | undefined;
  /** Addresses that an operator adds by hand, typed as `a@example.com; b@example.com`. */
  extraAddresses?: string | null | undefined;
  /** The follow-up whose mail it is. */
  followUp?: string | number | null | undefined;
  /** The pieces that are shown although they look like a number that mails cover. */
  lifted?: Array<CoverInput> | null | undefined;
  /** The operator's note. */
  note?: string | null | undefined;
  /** The campaign's mail settings, as if they had been saved. */
  settings?: MailSettingsInput | null | undefined;
  /** The keys of the messages with which the mail begins. */
  starred?: Array<string> | null | undefined;
  /** The urgent mark. */
  urgent?: boolean | null | undefined;
};

/** A code that was typed into a window. */
export type RedeemPanelCodeInput = {
  /** What was typed; all but digits is passed over. */
  code: string;
  /** What the window made up. */
  nonce: string;
  /** The source whose window it is. */
  source: string | number;
};

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

/** An operator's part that is to be stored. Give `followUp` or `conversation`. */
export type SaveDraftInput = {
  /** The labels of success codes; see `submitFollowUp`. */
  codes?: Array<string> | null | undefined;
  /** The conversation that is meant. */
  conversation?: ConversationInput | null | undefined;
  /** The pieces of messages that no mail shows, at most 500. Where it is left out, those that stand are kept. */
  covered?: Array<CoverInput> | null | undefined;
  /** Addresses to add by hand, typed as `a@example.com; b@example.com`. */
  extraAddresses?: string;
  /** The follow-up that is meant. */
  followUp?: string | number | null | undefined;
  /** The pieces that are shown although they look like a number that mails cover, at most 500. Where it is left out, those that stand are kept. */
  lifted?: Array<CoverInput> | null | undefined;
  /** The operator's own text, on top of the mail; at most 10,000 characters. */
  note?: string;
  /** The name of whoever writes this, as the mail shows it. Empty means the caller's name. */
  operator?: string;
  /** The keys of the messages with which the mail begins, at most 500. Where it is left out, those that stand are kept. */
  starred?: Array<string> | null | undefined;
  /** Whether the mail is marked urgent. */
  urgent?: boolean;
  /** The panel's version, as it was read; 0 where nothing was saved. */
  version: number;
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

/** A follow-up that is to wait no longer. */
export type SendFollowUpNowInput = {
  /** The follow-up that is meant. */
  followUp: string | number;
  /** A key for this wish, made by the client: see the rules of the schema. */
  idempotencyKey: string;
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

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { viewer: { name: string, person: { language: string } | null } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { ended: number } | null };

export type RedeemCodeMutationVariables = Exact<{
  input: RedeemPanelCodeInput;
}>;


export type RedeemCodeMutation = { redeemPanelCode: { token: string } | null };

export type SendAgainMutationVariables = Exact<{
  input: SendAgainInput;
}>;


export type SendAgainMutation = { sendAgain: { followUp: { id: string } } | null };

export type ToBeCodedQueryVariables = Exact<{
  first: number;
}>;


export type ToBeCodedQuery = { followUps: { nodes: Array<{ id: string, number: number, state: FollowUpState, waitsSince: string | null, sendsAt: string | null, campaign: { name: string }, chat: { closedAt: string, visitor: { name: string, email: string } } }>, pageInfo: { hasNextPage: boolean } } };

export type FollowUpsChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type FollowUpsChangedSubscription = { followUpsChanged: { cursor: string } };

export type PreviewQueryVariables = Exact<{
  input: PreviewMailInput;
}>;


export type PreviewQuery = { previewMail: { subject: string, from: string, replyTo: string, content: { plain: string, html: string } } };

export type SuggestAddressesQueryVariables = Exact<{
  campaign: string | number;
  prefix: string;
}>;


export type SuggestAddressesQuery = { addressSuggestions: Array<{ address: { text: string } }> };

export type CanCloseQueryVariables = Exact<{
  conversation: ConversationInput;
}>;


export type CanCloseQuery = { canClose: { canClose: boolean } };

export type PanelPartsFragment = { conversationId: string, stage: PanelStage, version: number, submittedAt: string | null, submittedBy: string, sendsAt: string | null, vendorCodes: Array<string>, conversationProblem: string, campaign: { id: string, name: string, goalSettings: { allowMultiple: boolean, requireCode: boolean, mode: FollowUpMode }, successCodes: Array<{ id: string, label: string, hint: string, color: string, hotKey: string, retired: boolean }> }, chat: { id: string, closedAt: string, page: string, visitor: { name: string, email: string, phone: string }, transcript: Array<{ key: string, at: string, role: Role, name: string, text: string, private: boolean, event: boolean, files: Array<{ name: string }> }> } | null, conversation: { page: string, visitor: { name: string, email: string, phone: string }, transcript: Array<{ key: string, at: string, role: Role, name: string, text: string, private: boolean, event: boolean, files: Array<{ name: string }> }> } | null, followUp: { id: string, number: number, state: FollowUpState, reason: string, codes: Array<string>, routedAt: string | null, suggestedCovers: Array<{ message: string, start: number, end: number, kind: SuggestedCoverKind }>, submission: { note: string, urgent: boolean, operator: string }, decision: { notForwarded: NotForwarded | null } | null, receipt: Array<{ id: string, state: DeliveryState, words: string, nextAt: string | null, updatedAt: string, recipient: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }>, steps: Array<{ at: string, state: DeliveryState, words: string }> }> } | null, earlier: { id: string, number: number, state: FollowUpState, reason: string, codes: Array<string>, routedAt: string | null, submission: { note: string, urgent: boolean, operator: string }, decision: { notForwarded: NotForwarded | null } | null, receipt: Array<{ id: string, state: DeliveryState, words: string, nextAt: string | null, updatedAt: string, recipient: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }>, steps: Array<{ at: string, state: DeliveryState, words: string }> }> } | null, submission: { codes: Array<string> | null, note: string, urgent: boolean, operator: string, starred: Array<string>, extraAddresses: Array<{ text: string }>, covered: Array<{ message: string, start: number, end: number, by: string }>, lifted: Array<{ message: string, start: number, end: number }> }, envelope: { notForwarded: NotForwarded | null, recipients: Array<{ firstTime: boolean, outside: boolean, extra: boolean, address: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }> }>, codes: Array<{ label: string, outcome: CodeOutcome }>, problems: Array<{ rule: string, message: string }> } };

export type VisitorPartsFragment = { name: string, email: string, phone: string };

export type MessagePartsFragment = { key: string, at: string, role: Role, name: string, text: string, private: boolean, event: boolean, files: Array<{ name: string }> };

export type FollowUpPartsFragment = { id: string, number: number, state: FollowUpState, reason: string, codes: Array<string>, routedAt: string | null, submission: { note: string, urgent: boolean, operator: string }, decision: { notForwarded: NotForwarded | null } | null, receipt: Array<{ id: string, state: DeliveryState, words: string, nextAt: string | null, updatedAt: string, recipient: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }>, steps: Array<{ at: string, state: DeliveryState, words: string }> }> };

export type PanelQueryVariables = Exact<{
  language: Language;
  conversation?: ConversationInput | null | undefined;
  followUp?: string | number | null | undefined;
}>;


export type PanelQuery = { panel: { conversationId: string, stage: PanelStage, version: number, submittedAt: string | null, submittedBy: string, sendsAt: string | null, vendorCodes: Array<string>, conversationProblem: string, campaign: { id: string, name: string, goalSettings: { allowMultiple: boolean, requireCode: boolean, mode: FollowUpMode }, successCodes: Array<{ id: string, label: string, hint: string, color: string, hotKey: string, retired: boolean }> }, chat: { id: string, closedAt: string, page: string, visitor: { name: string, email: string, phone: string }, transcript: Array<{ key: string, at: string, role: Role, name: string, text: string, private: boolean, event: boolean, files: Array<{ name: string }> }> } | null, conversation: { page: string, visitor: { name: string, email: string, phone: string }, transcript: Array<{ key: string, at: string, role: Role, name: string, text: string, private: boolean, event: boolean, files: Array<{ name: string }> }> } | null, followUp: { id: string, number: number, state: FollowUpState, reason: string, codes: Array<string>, routedAt: string | null, suggestedCovers: Array<{ message: string, start: number, end: number, kind: SuggestedCoverKind }>, submission: { note: string, urgent: boolean, operator: string }, decision: { notForwarded: NotForwarded | null } | null, receipt: Array<{ id: string, state: DeliveryState, words: string, nextAt: string | null, updatedAt: string, recipient: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }>, steps: Array<{ at: string, state: DeliveryState, words: string }> }> } | null, earlier: { id: string, number: number, state: FollowUpState, reason: string, codes: Array<string>, routedAt: string | null, submission: { note: string, urgent: boolean, operator: string }, decision: { notForwarded: NotForwarded | null } | null, receipt: Array<{ id: string, state: DeliveryState, words: string, nextAt: string | null, updatedAt: string, recipient: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }>, steps: Array<{ at: string, state: DeliveryState, words: string }> }> } | null, submission: { codes: Array<string> | null, note: string, urgent: boolean, operator: string, starred: Array<string>, extraAddresses: Array<{ text: string }>, covered: Array<{ message: string, start: number, end: number, by: string }>, lifted: Array<{ message: string, start: number, end: number }> }, envelope: { notForwarded: NotForwarded | null, recipients: Array<{ firstTime: boolean, outside: boolean, extra: boolean, address: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }> }>, codes: Array<{ label: string, outcome: CodeOutcome }>, problems: Array<{ rule: string, message: string }> } } };

export type PanelChangedSubscriptionVariables = Exact<{
  language: Language;
  conversation?: ConversationInput | null | undefined;
  followUp?: string | number | null | undefined;
}>;


export type PanelChangedSubscription = { panelChanged: { panel: { conversationId: string, stage: PanelStage, version: number, submittedAt: string | null, submittedBy: string, sendsAt: string | null, vendorCodes: Array<string>, conversationProblem: string, campaign: { id: string, name: string, goalSettings: { allowMultiple: boolean, requireCode: boolean, mode: FollowUpMode }, successCodes: Array<{ id: string, label: string, hint: string, color: string, hotKey: string, retired: boolean }> }, chat: { id: string, closedAt: string, page: string, visitor: { name: string, email: string, phone: string }, transcript: Array<{ key: string, at: string, role: Role, name: string, text: string, private: boolean, event: boolean, files: Array<{ name: string }> }> } | null, conversation: { page: string, visitor: { name: string, email: string, phone: string }, transcript: Array<{ key: string, at: string, role: Role, name: string, text: string, private: boolean, event: boolean, files: Array<{ name: string }> }> } | null, followUp: { id: string, number: number, state: FollowUpState, reason: string, codes: Array<string>, routedAt: string | null, suggestedCovers: Array<{ message: string, start: number, end: number, kind: SuggestedCoverKind }>, submission: { note: string, urgent: boolean, operator: string }, decision: { notForwarded: NotForwarded | null } | null, receipt: Array<{ id: string, state: DeliveryState, words: string, nextAt: string | null, updatedAt: string, recipient: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }>, steps: Array<{ at: string, state: DeliveryState, words: string }> }> } | null, earlier: { id: string, number: number, state: FollowUpState, reason: string, codes: Array<string>, routedAt: string | null, submission: { note: string, urgent: boolean, operator: string }, decision: { notForwarded: NotForwarded | null } | null, receipt: Array<{ id: string, state: DeliveryState, words: string, nextAt: string | null, updatedAt: string, recipient: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }>, steps: Array<{ at: string, state: DeliveryState, words: string }> }> } | null, submission: { codes: Array<string> | null, note: string, urgent: boolean, operator: string, starred: Array<string>, extraAddresses: Array<{ text: string }>, covered: Array<{ message: string, start: number, end: number, by: string }>, lifted: Array<{ message: string, start: number, end: number }> }, envelope: { notForwarded: NotForwarded | null, recipients: Array<{ firstTime: boolean, outside: boolean, extra: boolean, address: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }> }>, codes: Array<{ label: string, outcome: CodeOutcome }>, problems: Array<{ rule: string, message: string }> } } } };

export type SaveDraftMutationVariables = Exact<{
  language: Language;
  input: SaveDraftInput;
}>;


export type SaveDraftMutation = { saveDraft: { panel: { conversationId: string, stage: PanelStage, version: number, submittedAt: string | null, submittedBy: string, sendsAt: string | null, vendorCodes: Array<string>, conversationProblem: string, campaign: { id: string, name: string, goalSettings: { allowMultiple: boolean, requireCode: boolean, mode: FollowUpMode }, successCodes: Array<{ id: string, label: string, hint: string, color: string, hotKey: string, retired: boolean }> }, chat: { id: string, closedAt: string, page: string, visitor: { name: string, email: string, phone: string }, transcript: Array<{ key: string, at: string, role: Role, name: string, text: string, private: boolean, event: boolean, files: Array<{ name: string }> }> } | null, conversation: { page: string, visitor: { name: string, email: string, phone: string }, transcript: Array<{ key: string, at: string, role: Role, name: string, text: string, private: boolean, event: boolean, files: Array<{ name: string }> }> } | null, followUp: { id: string, number: number, state: FollowUpState, reason: string, codes: Array<string>, routedAt: string | null, suggestedCovers: Array<{ message: string, start: number, end: number, kind: SuggestedCoverKind }>, submission: { note: string, urgent: boolean, operator: string }, decision: { notForwarded: NotForwarded | null } | null, receipt: Array<{ id: string, state: DeliveryState, words: string, nextAt: string | null, updatedAt: string, recipient: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }>, steps: Array<{ at: string, state: DeliveryState, words: string }> }> } | null, earlier: { id: string, number: number, state: FollowUpState, reason: string, codes: Array<string>, routedAt: string | null, submission: { note: string, urgent: boolean, operator: string }, decision: { notForwarded: NotForwarded | null } | null, receipt: Array<{ id: string, state: DeliveryState, words: string, nextAt: string | null, updatedAt: string, recipient: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }>, steps: Array<{ at: string, state: DeliveryState, words: string }> }> } | null, submission: { codes: Array<string> | null, note: string, urgent: boolean, operator: string, starred: Array<string>, extraAddresses: Array<{ text: string }>, covered: Array<{ message: string, start: number, end: number, by: string }>, lifted: Array<{ message: string, start: number, end: number }> }, envelope: { notForwarded: NotForwarded | null, recipients: Array<{ firstTime: boolean, outside: boolean, extra: boolean, address: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }> }>, codes: Array<{ label: string, outcome: CodeOutcome }>, problems: Array<{ rule: string, message: string }> } } } | null };

export type SubmitMutationVariables = Exact<{
  language: Language;
  input: SubmitFollowUpInput;
}>;


export type SubmitMutation = { submitFollowUp: { panel: { conversationId: string, stage: PanelStage, version: number, submittedAt: string | null, submittedBy: string, sendsAt: string | null, vendorCodes: Array<string>, conversationProblem: string, campaign: { id: string, name: string, goalSettings: { allowMultiple: boolean, requireCode: boolean, mode: FollowUpMode }, successCodes: Array<{ id: string, label: string, hint: string, color: string, hotKey: string, retired: boolean }> }, chat: { id: string, closedAt: string, page: string, visitor: { name: string, email: string, phone: string }, transcript: Array<{ key: string, at: string, role: Role, name: string, text: string, private: boolean, event: boolean, files: Array<{ name: string }> }> } | null, conversation: { page: string, visitor: { name: string, email: string, phone: string }, transcript: Array<{ key: string, at: string, role: Role, name: string, text: string, private: boolean, event: boolean, files: Array<{ name: string }> }> } | null, followUp: { id: string, number: number, state: FollowUpState, reason: string, codes: Array<string>, routedAt: string | null, suggestedCovers: Array<{ message: string, start: number, end: number, kind: SuggestedCoverKind }>, submission: { note: string, urgent: boolean, operator: string }, decision: { notForwarded: NotForwarded | null } | null, receipt: Array<{ id: string, state: DeliveryState, words: string, nextAt: string | null, updatedAt: string, recipient: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }>, steps: Array<{ at: string, state: DeliveryState, words: string }> }> } | null, earlier: { id: string, number: number, state: FollowUpState, reason: string, codes: Array<string>, routedAt: string | null, submission: { note: string, urgent: boolean, operator: string }, decision: { notForwarded: NotForwarded | null } | null, receipt: Array<{ id: string, state: DeliveryState, words: string, nextAt: string | null, updatedAt: string, recipient: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }>, steps: Array<{ at: string, state: DeliveryState, words: string }> }> } | null, submission: { codes: Array<string> | null, note: string, urgent: boolean, operator: string, starred: Array<string>, extraAddresses: Array<{ text: string }>, covered: Array<{ message: string, start: number, end: number, by: string }>, lifted: Array<{ message: string, start: number, end: number }> }, envelope: { notForwarded: NotForwarded | null, recipients: Array<{ firstTime: boolean, outside: boolean, extra: boolean, address: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }> }>, codes: Array<{ label: string, outcome: CodeOutcome }>, problems: Array<{ rule: string, message: string }> } } } | null };

export type UndoMutationVariables = Exact<{
  language: Language;
  input: UndoFollowUpInput;
}>;


export type UndoMutation = { undoFollowUp: { panel: { conversationId: string, stage: PanelStage, version: number, submittedAt: string | null, submittedBy: string, sendsAt: string | null, vendorCodes: Array<string>, conversationProblem: string, campaign: { id: string, name: string, goalSettings: { allowMultiple: boolean, requireCode: boolean, mode: FollowUpMode }, successCodes: Array<{ id: string, label: string, hint: string, color: string, hotKey: string, retired: boolean }> }, chat: { id: string, closedAt: string, page: string, visitor: { name: string, email: string, phone: string }, transcript: Array<{ key: string, at: string, role: Role, name: string, text: string, private: boolean, event: boolean, files: Array<{ name: string }> }> } | null, conversation: { page: string, visitor: { name: string, email: string, phone: string }, transcript: Array<{ key: string, at: string, role: Role, name: string, text: string, private: boolean, event: boolean, files: Array<{ name: string }> }> } | null, followUp: { id: string, number: number, state: FollowUpState, reason: string, codes: Array<string>, routedAt: string | null, suggestedCovers: Array<{ message: string, start: number, end: number, kind: SuggestedCoverKind }>, submission: { note: string, urgent: boolean, operator: string }, decision: { notForwarded: NotForwarded | null } | null, receipt: Array<{ id: string, state: DeliveryState, words: string, nextAt: string | null, updatedAt: string, recipient: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }>, steps: Array<{ at: string, state: DeliveryState, words: string }> }> } | null, earlier: { id: string, number: number, state: FollowUpState, reason: string, codes: Array<string>, routedAt: string | null, submission: { note: string, urgent: boolean, operator: string }, decision: { notForwarded: NotForwarded | null } | null, receipt: Array<{ id: string, state: DeliveryState, words: string, nextAt: string | null, updatedAt: string, recipient: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }>, steps: Array<{ at: string, state: DeliveryState, words: string }> }> } | null, submission: { codes: Array<string> | null, note: string, urgent: boolean, operator: string, starred: Array<string>, extraAddresses: Array<{ text: string }>, covered: Array<{ message: string, start: number, end: number, by: string }>, lifted: Array<{ message: string, start: number, end: number }> }, envelope: { notForwarded: NotForwarded | null, recipients: Array<{ firstTime: boolean, outside: boolean, extra: boolean, address: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }> }>, codes: Array<{ label: string, outcome: CodeOutcome }>, problems: Array<{ rule: string, message: string }> } } } | null };

export type SendNowMutationVariables = Exact<{
  language: Language;
  input: SendFollowUpNowInput;
}>;


export type SendNowMutation = { sendFollowUpNow: { panel: { conversationId: string, stage: PanelStage, version: number, submittedAt: string | null, submittedBy: string, sendsAt: string | null, vendorCodes: Array<string>, conversationProblem: string, campaign: { id: string, name: string, goalSettings: { allowMultiple: boolean, requireCode: boolean, mode: FollowUpMode }, successCodes: Array<{ id: string, label: string, hint: string, color: string, hotKey: string, retired: boolean }> }, chat: { id: string, closedAt: string, page: string, visitor: { name: string, email: string, phone: string }, transcript: Array<{ key: string, at: string, role: Role, name: string, text: string, private: boolean, event: boolean, files: Array<{ name: string }> }> } | null, conversation: { page: string, visitor: { name: string, email: string, phone: string }, transcript: Array<{ key: string, at: string, role: Role, name: string, text: string, private: boolean, event: boolean, files: Array<{ name: string }> }> } | null, followUp: { id: string, number: number, state: FollowUpState, reason: string, codes: Array<string>, routedAt: string | null, suggestedCovers: Array<{ message: string, start: number, end: number, kind: SuggestedCoverKind }>, submission: { note: string, urgent: boolean, operator: string }, decision: { notForwarded: NotForwarded | null } | null, receipt: Array<{ id: string, state: DeliveryState, words: string, nextAt: string | null, updatedAt: string, recipient: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }>, steps: Array<{ at: string, state: DeliveryState, words: string }> }> } | null, earlier: { id: string, number: number, state: FollowUpState, reason: string, codes: Array<string>, routedAt: string | null, submission: { note: string, urgent: boolean, operator: string }, decision: { notForwarded: NotForwarded | null } | null, receipt: Array<{ id: string, state: DeliveryState, words: string, nextAt: string | null, updatedAt: string, recipient: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }>, steps: Array<{ at: string, state: DeliveryState, words: string }> }> } | null, submission: { codes: Array<string> | null, note: string, urgent: boolean, operator: string, starred: Array<string>, extraAddresses: Array<{ text: string }>, covered: Array<{ message: string, start: number, end: number, by: string }>, lifted: Array<{ message: string, start: number, end: number }> }, envelope: { notForwarded: NotForwarded | null, recipients: Array<{ firstTime: boolean, outside: boolean, extra: boolean, address: { name: string, email: string, text: string }, reasons: Array<{ sentence: string }> }>, codes: Array<{ label: string, outcome: CodeOutcome }>, problems: Array<{ rule: string, message: string }> } } } | null };

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
export const VisitorPartsFragmentDoc = new TypedDocumentString(`
    fragment VisitorParts on Visitor {
  name
  email
  phone
}
    `, {"fragmentName":"VisitorParts"}) as unknown as TypedDocumentString<VisitorPartsFragment, unknown>;
export const MessagePartsFragmentDoc = new TypedDocumentString(`
    fragment MessageParts on Message {
  key
  at
  role
  name
  text
  private
  event
  files {
    name
  }
}
    `, {"fragmentName":"MessageParts"}) as unknown as TypedDocumentString<MessagePartsFragment, unknown>;
export const FollowUpPartsFragmentDoc = new TypedDocumentString(`
    fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}
    `, {"fragmentName":"FollowUpParts"}) as unknown as TypedDocumentString<FollowUpPartsFragment, unknown>;
export const PanelPartsFragmentDoc = new TypedDocumentString(`
    fragment PanelParts on Panel {
  conversationId
  stage
  version
  submittedAt
  submittedBy
  sendsAt
  vendorCodes
  campaign {
    id
    name
    goalSettings {
      allowMultiple
      requireCode
      mode
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
  chat {
    id
    closedAt
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversation {
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversationProblem
  followUp {
    ...FollowUpParts
    suggestedCovers {
      message
      start
      end
      kind
    }
  }
  earlier {
    ...FollowUpParts
  }
  submission {
    codes
    extraAddresses {
      text
    }
    note
    urgent
    operator
    starred
    covered {
      message
      start
      end
      by
    }
    lifted {
      message
      start
      end
    }
  }
  envelope {
    recipients {
      address {
        name
        email
        text
      }
      reasons {
        sentence(language: $language)
      }
      firstTime
      outside
      extra
    }
    codes {
      label
      outcome
    }
    notForwarded
    problems {
      rule
      message
    }
  }
}
    fragment VisitorParts on Visitor {
  name
  email
  phone
}
fragment MessageParts on Message {
  key
  at
  role
  name
  text
  private
  event
  files {
    name
  }
}
fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}`, {"fragmentName":"PanelParts"}) as unknown as TypedDocumentString<PanelPartsFragment, unknown>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  viewer {
    name
    person {
      language
    }
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut(input: {}) {
    ended
  }
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const RedeemCodeDocument = new TypedDocumentString(`
    mutation RedeemCode($input: RedeemPanelCodeInput!) {
  redeemPanelCode(input: $input) {
    token
  }
}
    `) as unknown as TypedDocumentString<RedeemCodeMutation, RedeemCodeMutationVariables>;
export const SendAgainDocument = new TypedDocumentString(`
    mutation SendAgain($input: SendAgainInput!) {
  sendAgain(input: $input) {
    followUp {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SendAgainMutation, SendAgainMutationVariables>;
export const ToBeCodedDocument = new TypedDocumentString(`
    query ToBeCoded($first: Int!) {
  followUps(
    first: $first
    oldestFirst: true
    filter: {states: [AWAITING_OK, AWAITING_CODE]}
  ) {
    nodes {
      id
      number
      state
      waitsSince
      sendsAt
      campaign {
        name
      }
      chat {
        closedAt
        visitor {
          name
          email
        }
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<ToBeCodedQuery, ToBeCodedQueryVariables>;
export const FollowUpsChangedDocument = new TypedDocumentString(`
    subscription FollowUpsChanged {
  followUpsChanged {
    cursor
  }
}
    `) as unknown as TypedDocumentString<FollowUpsChangedSubscription, FollowUpsChangedSubscriptionVariables>;
export const PreviewDocument = new TypedDocumentString(`
    query Preview($input: PreviewMailInput!) {
  previewMail(input: $input) {
    subject
    from
    replyTo
    content {
      plain
      html
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewQuery, PreviewQueryVariables>;
export const SuggestAddressesDocument = new TypedDocumentString(`
    query SuggestAddresses($campaign: ID!, $prefix: String!) {
  addressSuggestions(campaign: $campaign, prefix: $prefix, first: 8) {
    address {
      text
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestAddressesQuery, SuggestAddressesQueryVariables>;
export const CanCloseDocument = new TypedDocumentString(`
    query CanClose($conversation: ConversationInput!) {
  canClose(conversation: $conversation) {
    canClose
  }
}
    `) as unknown as TypedDocumentString<CanCloseQuery, CanCloseQueryVariables>;
export const PanelDocument = new TypedDocumentString(`
    query Panel($language: Language!, $conversation: ConversationInput, $followUp: ID) {
  panel(conversation: $conversation, followUp: $followUp) {
    ...PanelParts
  }
}
    fragment PanelParts on Panel {
  conversationId
  stage
  version
  submittedAt
  submittedBy
  sendsAt
  vendorCodes
  campaign {
    id
    name
    goalSettings {
      allowMultiple
      requireCode
      mode
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
  chat {
    id
    closedAt
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversation {
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversationProblem
  followUp {
    ...FollowUpParts
    suggestedCovers {
      message
      start
      end
      kind
    }
  }
  earlier {
    ...FollowUpParts
  }
  submission {
    codes
    extraAddresses {
      text
    }
    note
    urgent
    operator
    starred
    covered {
      message
      start
      end
      by
    }
    lifted {
      message
      start
      end
    }
  }
  envelope {
    recipients {
      address {
        name
        email
        text
      }
      reasons {
        sentence(language: $language)
      }
      firstTime
      outside
      extra
    }
    codes {
      label
      outcome
    }
    notForwarded
    problems {
      rule
      message
    }
  }
}
fragment VisitorParts on Visitor {
  name
  email
  phone
}
fragment MessageParts on Message {
  key
  at
  role
  name
  text
  private
  event
  files {
    name
  }
}
fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}`) as unknown as TypedDocumentString<PanelQuery, PanelQueryVariables>;
export const PanelChangedDocument = new TypedDocumentString(`
    subscription PanelChanged($language: Language!, $conversation: ConversationInput, $followUp: ID) {
  panelChanged(conversation: $conversation, followUp: $followUp) {
    panel {
      ...PanelParts
    }
  }
}
    fragment PanelParts on Panel {
  conversationId
  stage
  version
  submittedAt
  submittedBy
  sendsAt
  vendorCodes
  campaign {
    id
    name
    goalSettings {
      allowMultiple
      requireCode
      mode
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
  chat {
    id
    closedAt
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversation {
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversationProblem
  followUp {
    ...FollowUpParts
    suggestedCovers {
      message
      start
      end
      kind
    }
  }
  earlier {
    ...FollowUpParts
  }
  submission {
    codes
    extraAddresses {
      text
    }
    note
    urgent
    operator
    starred
    covered {
      message
      start
      end
      by
    }
    lifted {
      message
      start
      end
    }
  }
  envelope {
    recipients {
      address {
        name
        email
        text
      }
      reasons {
        sentence(language: $language)
      }
      firstTime
      outside
      extra
    }
    codes {
      label
      outcome
    }
    notForwarded
    problems {
      rule
      message
    }
  }
}
fragment VisitorParts on Visitor {
  name
  email
  phone
}
fragment MessageParts on Message {
  key
  at
  role
  name
  text
  private
  event
  files {
    name
  }
}
fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}`) as unknown as TypedDocumentString<PanelChangedSubscription, PanelChangedSubscriptionVariables>;
export const SaveDraftDocument = new TypedDocumentString(`
    mutation SaveDraft($language: Language!, $input: SaveDraftInput!) {
  saveDraft(input: $input) {
    panel {
      ...PanelParts
    }
  }
}
    fragment PanelParts on Panel {
  conversationId
  stage
  version
  submittedAt
  submittedBy
  sendsAt
  vendorCodes
  campaign {
    id
    name
    goalSettings {
      allowMultiple
      requireCode
      mode
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
  chat {
    id
    closedAt
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversation {
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversationProblem
  followUp {
    ...FollowUpParts
    suggestedCovers {
      message
      start
      end
      kind
    }
  }
  earlier {
    ...FollowUpParts
  }
  submission {
    codes
    extraAddresses {
      text
    }
    note
    urgent
    operator
    starred
    covered {
      message
      start
      end
      by
    }
    lifted {
      message
      start
      end
    }
  }
  envelope {
    recipients {
      address {
        name
        email
        text
      }
      reasons {
        sentence(language: $language)
      }
      firstTime
      outside
      extra
    }
    codes {
      label
      outcome
    }
    notForwarded
    problems {
      rule
      message
    }
  }
}
fragment VisitorParts on Visitor {
  name
  email
  phone
}
fragment MessageParts on Message {
  key
  at
  role
  name
  text
  private
  event
  files {
    name
  }
}
fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}`) as unknown as TypedDocumentString<SaveDraftMutation, SaveDraftMutationVariables>;
export const SubmitDocument = new TypedDocumentString(`
    mutation Submit($language: Language!, $input: SubmitFollowUpInput!) {
  submitFollowUp(input: $input) {
    panel {
      ...PanelParts
    }
  }
}
    fragment PanelParts on Panel {
  conversationId
  stage
  version
  submittedAt
  submittedBy
  sendsAt
  vendorCodes
  campaign {
    id
    name
    goalSettings {
      allowMultiple
      requireCode
      mode
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
  chat {
    id
    closedAt
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversation {
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversationProblem
  followUp {
    ...FollowUpParts
    suggestedCovers {
      message
      start
      end
      kind
    }
  }
  earlier {
    ...FollowUpParts
  }
  submission {
    codes
    extraAddresses {
      text
    }
    note
    urgent
    operator
    starred
    covered {
      message
      start
      end
      by
    }
    lifted {
      message
      start
      end
    }
  }
  envelope {
    recipients {
      address {
        name
        email
        text
      }
      reasons {
        sentence(language: $language)
      }
      firstTime
      outside
      extra
    }
    codes {
      label
      outcome
    }
    notForwarded
    problems {
      rule
      message
    }
  }
}
fragment VisitorParts on Visitor {
  name
  email
  phone
}
fragment MessageParts on Message {
  key
  at
  role
  name
  text
  private
  event
  files {
    name
  }
}
fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}`) as unknown as TypedDocumentString<SubmitMutation, SubmitMutationVariables>;
export const UndoDocument = new TypedDocumentString(`
    mutation Undo($language: Language!, $input: UndoFollowUpInput!) {
  undoFollowUp(input: $input) {
    panel {
      ...PanelParts
    }
  }
}
    fragment PanelParts on Panel {
  conversationId
  stage
  version
  submittedAt
  submittedBy
  sendsAt
  vendorCodes
  campaign {
    id
    name
    goalSettings {
      allowMultiple
      requireCode
      mode
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
  chat {
    id
    closedAt
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversation {
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversationProblem
  followUp {
    ...FollowUpParts
    suggestedCovers {
      message
      start
      end
      kind
    }
  }
  earlier {
    ...FollowUpParts
  }
  submission {
    codes
    extraAddresses {
      text
    }
    note
    urgent
    operator
    starred
    covered {
      message
      start
      end
      by
    }
    lifted {
      message
      start
      end
    }
  }
  envelope {
    recipients {
      address {
        name
        email
        text
      }
      reasons {
        sentence(language: $language)
      }
      firstTime
      outside
      extra
    }
    codes {
      label
      outcome
    }
    notForwarded
    problems {
      rule
      message
    }
  }
}
fragment VisitorParts on Visitor {
  name
  email
  phone
}
fragment MessageParts on Message {
  key
  at
  role
  name
  text
  private
  event
  files {
    name
  }
}
fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}`) as unknown as TypedDocumentString<UndoMutation, UndoMutationVariables>;
export const SendNowDocument = new TypedDocumentString(`
    mutation SendNow($language: Language!, $input: SendFollowUpNowInput!) {
  sendFollowUpNow(input: $input) {
    panel {
      ...PanelParts
    }
  }
}
    fragment PanelParts on Panel {
  conversationId
  stage
  version
  submittedAt
  submittedBy
  sendsAt
  vendorCodes
  campaign {
    id
    name
    goalSettings {
      allowMultiple
      requireCode
      mode
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
  chat {
    id
    closedAt
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversation {
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversationProblem
  followUp {
    ...FollowUpParts
    suggestedCovers {
      message
      start
      end
      kind
    }
  }
  earlier {
    ...FollowUpParts
  }
  submission {
    codes
    extraAddresses {
      text
    }
    note
    urgent
    operator
    starred
    covered {
      message
      start
      end
      by
    }
    lifted {
      message
      start
      end
    }
  }
  envelope {
    recipients {
      address {
        name
        email
        text
      }
      reasons {
        sentence(language: $language)
      }
      firstTime
      outside
      extra
    }
    codes {
      label
      outcome
    }
    notForwarded
    problems {
      rule
      message
    }
  }
}
fragment VisitorParts on Visitor {
  name
  email
  phone
}
fragment MessageParts on Message {
  key
  at
  role
  name
  text
  private
  event
  files {
    name
  }
}
fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}`) as unknown as TypedDocumentString<SendNowMutation, SendNowMutationVariables>;