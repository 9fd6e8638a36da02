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

/** What the rows of a report are about. */
export type ReportBy =
  /** An address that mails were made for, by its e-mail. A chat that was mailed to two addresses is in the rows of both. */
  | 'ADDRESS'
  /** A campaign. */
  | 'CAMPAIGN'
  /** A success code that counts: one that is known and in use when the follow-up is routed. A chat with two codes is in the rows of both. */
  | 'CODE'
  /** A day of the ledger. Days without chats have no row. */
  | 'DAY'
  /** A goal of the chats' codes. A chat whose codes belong to two goals is in the rows of both. */
  | 'GOAL'
  /** An operator who answered, by the name that the chat vendor sends. A chat that two answered is in the rows of both. */
  | 'OPERATOR';

/** Which finished chats a report is about, and what its rows are about. */
export type ReportInput = {
  /** What the rows are about. */
  by: ReportBy;
  /** The campaigns that are meant; empty for all. */
  campaigns?: Array<string | number>;
  /** The first day of the ledger, as 2026-07-01. */
  first: string;
  /** The last day, included; at most 400 days after the first. */
  last: string;
};

export type ReportCampaignsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportCampaignsQuery = { campaigns: Array<{ id: string, name: string }> };

export type ReportsQueryVariables = Exact<{
  report: ReportInput;
  days: ReportInput;
  before: ReportInput;
  first: string;
  last: string;
  campaigns: Array<string | number> | string | number;
}>;


export type ReportsQuery = { report: { totals: { key: string, label: string, chats: number, uncoded: number, conversion: number | null, notForwarded: number, sent: number, delivered: number, failed: number, open: number, rescued: number, campaign: { id: string, name: string } | null, timeToDelivery: { median: number | null, p90: number | null }, mails: { mails: number, accepted: number, delivered: number, refused: number, timeToAcceptance: { median: number | null, p90: number | null } } | null, filter: { states: Array<FollowUpState> | null, reasons: Array<string> | null, campaigns: Array<string> | null, codes: Array<string> | null, goals: Array<string> | null, coded: boolean | null, converted: boolean | null, operators: Array<string> | null, addresses: Array<string> | null, days: { first: string, last: string } | null } | null }, rows: Array<{ key: string, label: string, chats: number, uncoded: number, conversion: number | null, notForwarded: number, sent: number, delivered: number, failed: number, open: number, rescued: number, campaign: { id: string, name: string } | null, timeToDelivery: { median: number | null, p90: number | null }, mails: { mails: number, accepted: number, delivered: number, refused: number, timeToAcceptance: { median: number | null, p90: number | null } } | null, filter: { states: Array<FollowUpState> | null, reasons: Array<string> | null, campaigns: Array<string> | null, codes: Array<string> | null, goals: Array<string> | null, coded: boolean | null, converted: boolean | null, operators: Array<string> | null, addresses: Array<string> | null, days: { first: string, last: string } | null } | null }>, others: { key: string, label: string, chats: number, uncoded: number, conversion: number | null, notForwarded: number, sent: number, delivered: number, failed: number, open: number, rescued: number, campaign: { id: string, name: string } | null, timeToDelivery: { median: number | null, p90: number | null }, mails: { mails: number, accepted: number, delivered: number, refused: number, timeToAcceptance: { median: number | null, p90: number | null } } | null, filter: { states: Array<FollowUpState> | null, reasons: Array<string> | null, campaigns: Array<string> | null, codes: Array<string> | null, goals: Array<string> | null, coded: boolean | null, converted: boolean | null, operators: Array<string> | null, addresses: Array<string> | null, days: { first: string, last: string } | null } | null } | null }, days: { rows: Array<{ key: string, label: string, chats: number, uncoded: number, conversion: number | null, notForwarded: number, sent: number, delivered: number, failed: number, open: number, rescued: number, campaign: { id: string, name: string } | null, timeToDelivery: { median: number | null, p90: number | null }, mails: { mails: number, accepted: number, delivered: number, refused: number, timeToAcceptance: { median: number | null, p90: number | null } } | null, filter: { states: Array<FollowUpState> | null, reasons: Array<string> | null, campaigns: Array<string> | null, codes: Array<string> | null, goals: Array<string> | null, coded: boolean | null, converted: boolean | null, operators: Array<string> | null, addresses: Array<string> | null, days: { first: string, last: string } | null } | null }> }, before: { totals: { chats: number, sent: number, failed: number, timeToDelivery: { median: number | null } } }, ledger: Array<{ finished: number, boxes: Array<{ state: FollowUpState, reason: string, count: number, filter: { reasons: Array<string> | null } }> }> };

export type TallyFragment = { key: string, label: string, chats: number, uncoded: number, conversion: number | null, notForwarded: number, sent: number, delivered: number, failed: number, open: number, rescued: number, campaign: { id: string, name: string } | null, timeToDelivery: { median: number | null, p90: number | null }, mails: { mails: number, accepted: number, delivered: number, refused: number, timeToAcceptance: { median: number | null, p90: number | null } } | null, filter: { states: Array<FollowUpState> | null, reasons: Array<string> | null, campaigns: Array<string> | null, codes: Array<string> | null, goals: Array<string> | null, coded: boolean | null, converted: boolean | null, operators: Array<string> | null, addresses: Array<string> | null, days: { first: string, last: string } | null } | null };

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
export const TallyFragmentDoc = new TypedDocumentString(`
    fragment Tally on ReportRow {
  key
  label
  campaign {
    id
    name
  }
  chats
  uncoded
  conversion
  notForwarded
  sent
  delivered
  failed
  open
  rescued
  timeToDelivery {
    median
    p90
  }
  mails {
    mails
    accepted
    delivered
    refused
    timeToAcceptance {
      median
      p90
    }
  }
  filter {
    states
    reasons
    campaigns
    codes
    goals
    coded
    converted
    operators
    addresses
    days {
      first
      last
    }
  }
}
    `, {"fragmentName":"Tally"}) as unknown as TypedDocumentString<TallyFragment, unknown>;
export const ReportCampaignsDocument = new TypedDocumentString(`
    query ReportCampaigns {
  campaigns(retired: true) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<ReportCampaignsQuery, ReportCampaignsQueryVariables>;
export const ReportsDocument = new TypedDocumentString(`
    query Reports($report: ReportInput!, $days: ReportInput!, $before: ReportInput!, $first: String!, $last: String!, $campaigns: [ID!]!) {
  report(input: $report) {
    totals {
      ...Tally
    }
    rows {
      ...Tally
    }
    others {
      ...Tally
    }
  }
  days: report(input: $days) {
    rows {
      ...Tally
    }
  }
  before: report(input: $before) {
    totals {
      chats
      sent
      failed
      timeToDelivery {
        median
      }
    }
  }
  ledger(first: $first, last: $last, campaigns: $campaigns) {
    finished
    boxes {
      state
      reason
      count
      filter {
        reasons
      }
    }
  }
}
    fragment Tally on ReportRow {
  key
  label
  campaign {
    id
    name
  }
  chats
  uncoded
  conversion
  notForwarded
  sent
  delivered
  failed
  open
  rescued
  timeToDelivery {
    median
    p90
  }
  mails {
    mails
    accepted
    delivered
    refused
    timeToAcceptance {
      median
      p90
    }
  }
  filter {
    states
    reasons
    campaigns
    codes
    goals
    coded
    converted
    operators
    addresses
    days {
      first
      last
    }
  }
}`) as unknown as TypedDocumentString<ReportsQuery, ReportsQueryVariables>;