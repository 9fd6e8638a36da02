/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** What differs in the mails of chats with a success code. What is null or not given does not differ. */
export type SaveCodeMailSettingsInput = {
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

/** A test mail to be sent. */
export type SendTestMailInput = {
  /** A key for this wish, made by the client: see the rules of the schema. */
  idempotencyKey: string;
  /** The mail. A sample chat's is the one to send to others: that of a follow-up shows them a real one. */
  mail: PreviewMailInput;
  /** One address. Null or empty means that of the person who is asking; a token has none, and must name one. */
  to?: string | null | undefined;
};

/** A stretch of time. */
export type TimeRange = {
  /** From this moment on. */
  from?: string | null | undefined;
  /** Before this moment. */
  to?: string | null | undefined;
};

/** A change of a campaign's mail settings. */
export type UpdateMailSettingsInput = {
  /** The campaign to change. */
  campaign: string | number;
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

export type CampaignMailQueryVariables = Exact<{
  campaign: string | number;
  chats?: FollowUpFilter | null | undefined;
}>;


export type CampaignMailQuery = { viewer: { person: { id: string, email: string } | null }, campaign: { id: string, name: string, timeZone: string, mailSettings: { subject: string, intro: string, footer: string, senderName: string, replyTo: string, language: Language, timeZone: string }, successCodes: Array<{ id: string, label: string, retired: boolean, mailSettings: { subject: string | null, intro: string | null, footer: string | null, senderName: string | null, replyTo: string | null, language: Language | null, timeZone: string | null } }> } | null, followUps: { nodes: Array<{ id: string, number: number, chat: { id: string, closedAt: string, visitor: { name: string, email: string } } }> } };

export type MailPreviewQueryVariables = Exact<{
  input: PreviewMailInput;
}>;


export type MailPreviewQuery = { previewMail: { subject: string, from: string, replyTo: string, decision: { recipients: Array<{ address: { name: string, email: string } }> }, content: { plain: string, html: string } } };

export type UpdateMailSettingsMutationVariables = Exact<{
  input: UpdateMailSettingsInput;
}>;


export type UpdateMailSettingsMutation = { updateMailSettings: { campaign: { id: string } } | null };

export type SaveCodeMailSettingsMutationVariables = Exact<{
  input: SaveCodeMailSettingsInput;
}>;


export type SaveCodeMailSettingsMutation = { saveCodeMailSettings: { successCode: { id: string } } | null };

export type SendTestMailMutationVariables = Exact<{
  input: SendTestMailInput;
}>;


export type SendTestMailMutation = { sendTestMail: { testMail: { id: string, state: DeliveryState, words: string, transport: string, subject: string, recipient: { email: string }, content: { html: string } } } | null };

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

export const CampaignMailDocument = new TypedDocumentString(`
    query CampaignMail($campaign: ID!, $chats: FollowUpFilter) {
  viewer {
    person {
      id
      email
    }
  }
  campaign(id: $campaign) {
    id
    name
    timeZone
    mailSettings {
      subject
      intro
      footer
      senderName
      replyTo
      language
      timeZone
    }
    successCodes {
      id
      label
      retired
      mailSettings {
        subject
        intro
        footer
        senderName
        replyTo
        language
        timeZone
      }
    }
  }
  followUps(filter: $chats, first: 20) {
    nodes {
      id
      number
      chat {
        id
        closedAt
        visitor {
          name
          email
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CampaignMailQuery, CampaignMailQueryVariables>;
export const MailPreviewDocument = new TypedDocumentString(`
    query MailPreview($input: PreviewMailInput!) {
  previewMail(input: $input) {
    subject
    from
    replyTo
    decision {
      recipients {
        address {
          name
          email
        }
      }
    }
    content {
      plain
      html
    }
  }
}
    `) as unknown as TypedDocumentString<MailPreviewQuery, MailPreviewQueryVariables>;
export const UpdateMailSettingsDocument = new TypedDocumentString(`
    mutation UpdateMailSettings($input: UpdateMailSettingsInput!) {
  updateMailSettings(input: $input) {
    campaign {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateMailSettingsMutation, UpdateMailSettingsMutationVariables>;
export const SaveCodeMailSettingsDocument = new TypedDocumentString(`
    mutation SaveCodeMailSettings($input: SaveCodeMailSettingsInput!) {
  saveCodeMailSettings(input: $input) {
    successCode {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SaveCodeMailSettingsMutation, SaveCodeMailSettingsMutationVariables>;
export const SendTestMailDocument = new TypedDocumentString(`
    mutation SendTestMail($input: SendTestMailInput!) {
  sendTestMail(input: $input) {
    testMail {
      id
      state
      words
      transport
      subject
      recipient {
        email
      }
      content {
        html
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SendTestMailMutation, SendTestMailMutationVariables>;