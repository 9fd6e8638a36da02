/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What became of an authentic webhook request. */
export type ArrivalOutcome =
  /** It brought nothing that was not known. */
  | 'DUPLICATE'
  /** It is not about a finished chat, as was found when it was replayed. Others of that sort are counted, not kept. */
  | 'IGNORED'
  /** It was kept, but a person must look at it. */
  | 'NEEDS_ATTENTION'
  /** It brought a new chat, with its follow-up. */
  | 'RECORDED'
  /** It says that a conversation goes on that was closed: its chat waits for the next close if it was not sent yet. */
  | 'REOPENED'
  /** It brought a new version of a known chat. */
  | 'REVISED'
  /** The vendor's test button: kept, never mailed. */
  | 'TEST';

/** A source to be made. */
export type CreateSourceInput = {
  /** How to read from the vendor, where it keeps the transcripts. */
  api?: SourceApiInput | null | undefined;
  /** The campaign of the chats that no rule fits. */
  defaultCampaign: string | number;
  /**
   * The origins of pages that may show the operator's window in a frame, such as https://chat.example.com: scheme, host and, if it
   * has one, port. At most 20, and no wild cards.
   */
  frameOrigins?: Array<string> | null | undefined;
  /** How long a finished chat waits before it is routed, at most 24 hours; where it is left out, what suits the vendor. */
  hold?: number | null | undefined;
  /** Whether mails hold the private notes of the vendor's team. */
  includePrivate?: boolean;
  /** Unique in the account, at most 120 characters. */
  name: string;
  /** Which campaign a chat belongs to; the first rule that fits wins. */
  rules?: Array<RuleInput> | null | undefined;
  /** A secret of your own: the one that the vendor made, where it makes them. Where it is left out one is made. */
  secret?: string | null | undefined;
  /** The vendor's webhook dialect, such as postchat or rocketchat. */
  vendor: string;
};

/** A language that mails can be in. */
export type Language =
  /** German. */
  | 'DE'
  /** English. */
  | 'EN'
  /** Dutch. */
  | 'NL';

/** A webhook request to be read again. */
export type ReplayEventInput = {
  /** The event to replay. */
  event: string | number;
};

/** A source to be put back into use. */
export type RestoreSourceInput = {
  /** The source to restore. */
  id: string | number;
};

/** A source to be given up. */
export type RetireSourceInput = {
  /** The source to retire. */
  id: string | number;
};

/** A new secret for a source. */
export type RotateSourceSecretInput = {
  /**
   * How long the secrets that the source has now stay valid, at most 30 days; 0 withdraws them at once, and null leaves them as
   * they are, for a vendor that needs two.
   */
  keepOldFor?: number | null | undefined;
  /** A secret of your own: the one that the vendor made, where it makes them. Where it is left out one is made. */
  secret?: string | null | undefined;
  /** The source to change. */
  source: string | number;
};

/** What a rule looks at. */
export type RuleField =
  /** The vendor's department. */
  | 'DEPARTMENT'
  /** The vendor's inbox. */
  | 'INBOX'
  /** The page on which the visitor began the chat; with or without https://. */
  | 'PAGE'
  /** A tag or code of the chat. */
  | 'TAG';

/** Sends chats to a campaign by one of their fields. */
export type RuleInput = {
  /** Where chats that fit belong. */
  campaign: string | number;
  /** What it looks at. */
  field: RuleField;
  /** What it looks for; for a page, how its address begins. */
  value: string;
};

/** How to read from the vendor of a source. */
export type SourceApiInput = {
  /** The vendor's name or number for the account, such as 1. */
  account?: string;
  /** The address of the vendor's server, as it is in the browser when people use it. An empty one takes it all away. */
  baseUrl: string;
  /**
   * The access token. Where it is left out the one that is stored stays, as long as the address is on the same server. It is kept
   * encrypted, sent to that address alone, and can never be read.
   */
  token?: string | null | undefined;
};

/** A change of a source. */
export type UpdateSourceInput = {
  /** How to read from the vendor, where it keeps the transcripts. */
  api?: SourceApiInput | null | undefined;
  /** The campaign of the chats that no rule fits. */
  defaultCampaign?: string | number | null | undefined;
  /** All origins that may frame the operator's window, in place of those there are. */
  frameOrigins?: Array<string> | null | undefined;
  /** At most 24 hours. */
  hold?: number | null | undefined;
  /** The source to change. */
  id: string | number;
  /** Whether mails hold the private notes of the vendor's team. */
  includePrivate?: boolean | null | undefined;
  /** Unique in the account, at most 120 characters. */
  name?: string | null | undefined;
  /** All rules, in place of those there are. */
  rules?: Array<RuleInput> | null | undefined;
};

/** A secret that is not to be valid any more. */
export type WithdrawSourceSecretInput = {
  /** The secret's id. */
  secret: string | number;
  /** The source that has it. */
  source: string | number;
};

export type VendorsQueryVariables = Exact<{ [key: string]: never; }>;


export type VendorsQuery = { chatVendors: Array<{ name: string }> };

export type ConnectChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type ConnectChoicesQuery = { campaigns: Array<{ id: string, name: string, sample: boolean }>, sources: Array<{ id: string, name: string }> };

export type ConnectingQueryVariables = Exact<{
  id: string | number;
}>;


export type ConnectingQuery = { source: { id: string, name: string, vendor: string, hookUrl: string, keepsTranscripts: boolean, createdAt: string, lastEventAt: string | null, defaultCampaign: { id: string, name: string }, secrets: Array<{ id: string, expiresAt: string | null }>, api: { baseUrl: string, account: string, hasToken: boolean } | null, refused: { count: number, lastAt: string, problem: string } | null, events: { nodes: Array<{ id: string, type: string, outcome: ArrivalOutcome, problem: string, receivedAt: string, chat: { followUp: { number: number } } | null }> }, ignored: Array<{ type: string, count: number, lastAt: string }> } | null };

export type HeardFragment = { createdAt: string, lastEventAt: string | null, refused: { count: number, lastAt: string, problem: string } | null, events: { nodes: Array<{ id: string, type: string, outcome: ArrivalOutcome, problem: string, receivedAt: string, chat: { followUp: { number: number } } | null }> }, ignored: Array<{ type: string, count: number, lastAt: string }> };

export type CreateSourceMutationVariables = Exact<{
  input: CreateSourceInput;
}>;


export type CreateSourceMutation = { createSource: { secret: string, hookUrl: string, source: { id: string } } | null };

export type SourceEventsQueryVariables = Exact<{
  id: string | number;
  language: Language;
  outcome?: ArrivalOutcome | null | undefined;
  after?: string | null | undefined;
}>;


export type SourceEventsQuery = { source: { id: string, retired: boolean, retiredAt: string | null, createdAt: string, lastEventAt: string | null, silentSince: string | null, keepsTranscripts: boolean, events: { nodes: Array<{ id: string, type: string, receivedAt: string, repeats: number, outcome: ArrivalOutcome, problem: string, replayedAt: string | null, chat: { id: string, followUp: { id: string, number: number } } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string } }, ignored: Array<{ type: string, count: number, lastAt: string }>, api: { hasToken: boolean } | null, refused: { count: number, lastAt: string, problem: string } | null, transcripts: { awaited: number, failing: number, problem: string }, eventCounts: Array<{ outcome: ArrivalOutcome, count: number }> } | null };

export type EventFragment = { id: string, type: string, receivedAt: string, repeats: number, outcome: ArrivalOutcome, problem: string, replayedAt: string | null, chat: { id: string, followUp: { id: string, number: number } } | null };

export type EventBodyQueryVariables = Exact<{
  id: string | number;
}>;


export type EventBodyQuery = { sourceEvent: { id: string, body: string } | null };

export type ReplayEventMutationVariables = Exact<{
  input: ReplayEventInput;
}>;


export type ReplayEventMutation = { replayEvent: { event: { id: string, type: string, receivedAt: string, repeats: number, outcome: ArrivalOutcome, problem: string, replayedAt: string | null, chat: { id: string, followUp: { id: string, number: number } } | null } } | null };

export type ApiPartFragment = { id: string, keepsTranscripts: boolean, api: { baseUrl: string, account: string, hasToken: boolean } | null };

export type UpdateSourceMutationVariables = Exact<{
  input: UpdateSourceInput;
}>;


export type UpdateSourceMutation = { updateSource: { source: { id: string } } | null };

export type RotateSecretMutationVariables = Exact<{
  input: RotateSourceSecretInput;
}>;


export type RotateSecretMutation = { rotateSourceSecret: { secret: string, hookUrl: string, source: { id: string } } | null };

export type CheckApiQueryVariables = Exact<{
  source: string | number;
}>;


export type CheckApiQuery = { sourceApiCheck: { ok: boolean, problem: string } };

export type SourceQueryVariables = Exact<{
  id: string | number;
}>;


export type SourceQuery = { source: { id: string, name: string, vendor: string, retired: boolean, retiredAt: string | null } | null };

export type RetireSourceMutationVariables = Exact<{
  input: RetireSourceInput;
}>;


export type RetireSourceMutation = { retireSource: { source: { id: string } } | null };

export type RestoreSourceMutationVariables = Exact<{
  input: RestoreSourceInput;
}>;


export type RestoreSourceMutation = { restoreSource: { source: { id: string } } | null };

export type SourceSettingsQueryVariables = Exact<{
  id: string | number;
}>;


export type SourceSettingsQuery = { source: { id: string, name: string, rehearsal: boolean, hold: number, includePrivate: boolean, defaultCampaign: { id: string, name: string }, rules: Array<{ field: RuleField, value: string, campaign: { id: string, name: string } }> } | null, campaigns: Array<{ id: string, name: string, sample: boolean }> };

export type SettingsPartFragment = { id: string, name: string, rehearsal: boolean, hold: number, includePrivate: boolean, defaultCampaign: { id: string, name: string } };

export type RulesPartFragment = { id: string, rules: Array<{ field: RuleField, value: string, campaign: { id: string, name: string } }> };

export type SourceConnectionQueryVariables = Exact<{
  id: string | number;
}>;


export type SourceConnectionQuery = { source: { id: string, vendor: string, hookUrl: string, keepsTranscripts: boolean, frameOrigins: Array<string>, suggestedFrameOrigins: Array<string>, secrets: Array<{ id: string, expiresAt: string | null }>, api: { baseUrl: string, account: string, hasToken: boolean } | null } | null };

export type SecretsPartFragment = { id: string, vendor: string, hookUrl: string, secrets: Array<{ id: string, expiresAt: string | null }> };

export type WithdrawSecretMutationVariables = Exact<{
  input: WithdrawSourceSecretInput;
}>;


export type WithdrawSecretMutation = { withdrawSourceSecret: { source: { id: string } } | null };

export type WindowPartFragment = { id: string, vendor: string, frameOrigins: Array<string>, suggestedFrameOrigins: Array<string> };

export type SourcesQueryVariables = Exact<{
  language: Language;
}>;


export type SourcesQuery = { sources: Array<{ id: string, name: string, vendor: string, rehearsal: boolean, retired: boolean, retiredAt: string | null, createdAt: string, lastEventAt: string | null, silentSince: string | null, keepsTranscripts: boolean, defaultCampaign: { id: string, name: string }, rules: Array<{ campaign: { id: string, name: string } }>, api: { hasToken: boolean } | null, refused: { count: number, lastAt: string, problem: string } | null, transcripts: { awaited: number, failing: number, problem: string }, eventCounts: Array<{ outcome: ArrivalOutcome, count: number }> }> };

export type SourceRowFragment = { id: string, name: string, vendor: string, rehearsal: boolean, retired: boolean, retiredAt: string | null, createdAt: string, lastEventAt: string | null, silentSince: string | null, keepsTranscripts: boolean, defaultCampaign: { id: string, name: string }, rules: Array<{ campaign: { id: string, name: string } }>, api: { hasToken: boolean } | null, refused: { count: number, lastAt: string, problem: string } | null, transcripts: { awaited: number, failing: number, problem: string }, eventCounts: Array<{ outcome: ArrivalOutcome, count: number }> };

export type SourceHealthFragment = { retired: boolean, retiredAt: string | null, createdAt: string, lastEventAt: string | null, silentSince: string | null, keepsTranscripts: boolean, api: { hasToken: boolean } | null, refused: { count: number, lastAt: string, problem: string } | null, transcripts: { awaited: number, failing: number, problem: string }, eventCounts: Array<{ outcome: ArrivalOutcome, count: number }> };

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
export const HeardFragmentDoc = new TypedDocumentString(`
    fragment Heard on Source {
  createdAt
  lastEventAt
  refused {
    count
    lastAt
    problem
  }
  events(first: 1) {
    nodes {
      id
      type
      outcome
      problem
      receivedAt
      chat {
        followUp {
          number
        }
      }
    }
  }
  ignored {
    type
    count
    lastAt
  }
}
    `, {"fragmentName":"Heard"}) as unknown as TypedDocumentString<HeardFragment, unknown>;
export const EventFragmentDoc = new TypedDocumentString(`
    fragment Event on RawEvent {
  id
  type
  receivedAt
  repeats
  outcome
  problem
  replayedAt
  chat {
    id
    followUp {
      id
      number
    }
  }
}
    `, {"fragmentName":"Event"}) as unknown as TypedDocumentString<EventFragment, unknown>;
export const ApiPartFragmentDoc = new TypedDocumentString(`
    fragment ApiPart on Source {
  id
  keepsTranscripts
  api {
    baseUrl
    account
    hasToken
  }
}
    `, {"fragmentName":"ApiPart"}) as unknown as TypedDocumentString<ApiPartFragment, unknown>;
export const SettingsPartFragmentDoc = new TypedDocumentString(`
    fragment SettingsPart on Source {
  id
  name
  rehearsal
  hold
  includePrivate
  defaultCampaign {
    id
    name
  }
}
    `, {"fragmentName":"SettingsPart"}) as unknown as TypedDocumentString<SettingsPartFragment, unknown>;
export const RulesPartFragmentDoc = new TypedDocumentString(`
    fragment RulesPart on Source {
  id
  rules {
    field
    value
    campaign {
      id
      name
    }
  }
}
    `, {"fragmentName":"RulesPart"}) as unknown as TypedDocumentString<RulesPartFragment, unknown>;
export const SecretsPartFragmentDoc = new TypedDocumentString(`
    fragment SecretsPart on Source {
  id
  vendor
  hookUrl
  secrets {
    id
    expiresAt
  }
}
    `, {"fragmentName":"SecretsPart"}) as unknown as TypedDocumentString<SecretsPartFragment, unknown>;
export const WindowPartFragmentDoc = new TypedDocumentString(`
    fragment WindowPart on Source {
  id
  vendor
  frameOrigins
  suggestedFrameOrigins
}
    `, {"fragmentName":"WindowPart"}) as unknown as TypedDocumentString<WindowPartFragment, unknown>;
export const SourceHealthFragmentDoc = new TypedDocumentString(`
    fragment SourceHealth on Source {
  retired
  retiredAt
  createdAt
  lastEventAt
  silentSince
  keepsTranscripts
  api {
    hasToken
  }
  refused {
    count
    lastAt
    problem
  }
  transcripts {
    awaited
    failing
    problem(language: $language)
  }
  eventCounts {
    outcome
    count
  }
}
    `, {"fragmentName":"SourceHealth"}) as unknown as TypedDocumentString<SourceHealthFragment, unknown>;
export const SourceRowFragmentDoc = new TypedDocumentString(`
    fragment SourceRow on Source {
  id
  name
  vendor
  rehearsal
  defaultCampaign {
    id
    name
  }
  rules {
    campaign {
      id
      name
    }
  }
  ...SourceHealth
}
    fragment SourceHealth on Source {
  retired
  retiredAt
  createdAt
  lastEventAt
  silentSince
  keepsTranscripts
  api {
    hasToken
  }
  refused {
    count
    lastAt
    problem
  }
  transcripts {
    awaited
    failing
    problem(language: $language)
  }
  eventCounts {
    outcome
    count
  }
}`, {"fragmentName":"SourceRow"}) as unknown as TypedDocumentString<SourceRowFragment, unknown>;
export const VendorsDocument = new TypedDocumentString(`
    query Vendors {
  chatVendors {
    name
  }
}
    `) as unknown as TypedDocumentString<VendorsQuery, VendorsQueryVariables>;
export const ConnectChoicesDocument = new TypedDocumentString(`
    query ConnectChoices {
  campaigns {
    id
    name
    sample
  }
  sources {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<ConnectChoicesQuery, ConnectChoicesQueryVariables>;
export const ConnectingDocument = new TypedDocumentString(`
    query Connecting($id: ID!) {
  source(id: $id) {
    id
    name
    vendor
    hookUrl
    keepsTranscripts
    defaultCampaign {
      id
      name
    }
    secrets {
      id
      expiresAt
    }
    ...ApiPart
    ...Heard
  }
}
    fragment Heard on Source {
  createdAt
  lastEventAt
  refused {
    count
    lastAt
    problem
  }
  events(first: 1) {
    nodes {
      id
      type
      outcome
      problem
      receivedAt
      chat {
        followUp {
          number
        }
      }
    }
  }
  ignored {
    type
    count
    lastAt
  }
}
fragment ApiPart on Source {
  id
  keepsTranscripts
  api {
    baseUrl
    account
    hasToken
  }
}`) as unknown as TypedDocumentString<ConnectingQuery, ConnectingQueryVariables>;
export const CreateSourceDocument = new TypedDocumentString(`
    mutation CreateSource($input: CreateSourceInput!) {
  createSource(input: $input) {
    source {
      id
    }
    secret
    hookUrl
  }
}
    `) as unknown as TypedDocumentString<CreateSourceMutation, CreateSourceMutationVariables>;
export const SourceEventsDocument = new TypedDocumentString(`
    query SourceEvents($id: ID!, $language: Language!, $outcome: ArrivalOutcome, $after: String) {
  source(id: $id) {
    id
    ...SourceHealth
    events(first: 25, after: $after, outcome: $outcome) {
      nodes {
        ...Event
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    ignored {
      type
      count
      lastAt
    }
  }
}
    fragment Event on RawEvent {
  id
  type
  receivedAt
  repeats
  outcome
  problem
  replayedAt
  chat {
    id
    followUp {
      id
      number
    }
  }
}
fragment SourceHealth on Source {
  retired
  retiredAt
  createdAt
  lastEventAt
  silentSince
  keepsTranscripts
  api {
    hasToken
  }
  refused {
    count
    lastAt
    problem
  }
  transcripts {
    awaited
    failing
    problem(language: $language)
  }
  eventCounts {
    outcome
    count
  }
}`) as unknown as TypedDocumentString<SourceEventsQuery, SourceEventsQueryVariables>;
export const EventBodyDocument = new TypedDocumentString(`
    query EventBody($id: ID!) {
  sourceEvent(id: $id) {
    id
    body
  }
}
    `) as unknown as TypedDocumentString<EventBodyQuery, EventBodyQueryVariables>;
export const ReplayEventDocument = new TypedDocumentString(`
    mutation ReplayEvent($input: ReplayEventInput!) {
  replayEvent(input: $input) {
    event {
      ...Event
    }
  }
}
    fragment Event on RawEvent {
  id
  type
  receivedAt
  repeats
  outcome
  problem
  replayedAt
  chat {
    id
    followUp {
      id
      number
    }
  }
}`) as unknown as TypedDocumentString<ReplayEventMutation, ReplayEventMutationVariables>;
export const UpdateSourceDocument = new TypedDocumentString(`
    mutation UpdateSource($input: UpdateSourceInput!) {
  updateSource(input: $input) {
    source {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateSourceMutation, UpdateSourceMutationVariables>;
export const RotateSecretDocument = new TypedDocumentString(`
    mutation RotateSecret($input: RotateSourceSecretInput!) {
  rotateSourceSecret(input: $input) {
    source {
      id
    }
    secret
    hookUrl
  }
}
    `) as unknown as TypedDocumentString<RotateSecretMutation, RotateSecretMutationVariables>;
export const CheckApiDocument = new TypedDocumentString(`
    query CheckApi($source: ID!) {
  sourceApiCheck(source: $source) {
    ok
    problem
  }
}
    `) as unknown as TypedDocumentString<CheckApiQuery, CheckApiQueryVariables>;
export const SourceDocument = new TypedDocumentString(`
    query Source($id: ID!) {
  source(id: $id) {
    id
    name
    vendor
    retired
    retiredAt
  }
}
    `) as unknown as TypedDocumentString<SourceQuery, SourceQueryVariables>;
export const RetireSourceDocument = new TypedDocumentString(`
    mutation RetireSource($input: RetireSourceInput!) {
  retireSource(input: $input) {
    source {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RetireSourceMutation, RetireSourceMutationVariables>;
export const RestoreSourceDocument = new TypedDocumentString(`
    mutation RestoreSource($input: RestoreSourceInput!) {
  restoreSource(input: $input) {
    source {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreSourceMutation, RestoreSourceMutationVariables>;
export const SourceSettingsDocument = new TypedDocumentString(`
    query SourceSettings($id: ID!) {
  source(id: $id) {
    ...SettingsPart
    ...RulesPart
  }
  campaigns {
    id
    name
    sample
  }
}
    fragment SettingsPart on Source {
  id
  name
  rehearsal
  hold
  includePrivate
  defaultCampaign {
    id
    name
  }
}
fragment RulesPart on Source {
  id
  rules {
    field
    value
    campaign {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<SourceSettingsQuery, SourceSettingsQueryVariables>;
export const SourceConnectionDocument = new TypedDocumentString(`
    query SourceConnection($id: ID!) {
  source(id: $id) {
    ...SecretsPart
    ...ApiPart
    ...WindowPart
  }
}
    fragment ApiPart on Source {
  id
  keepsTranscripts
  api {
    baseUrl
    account
    hasToken
  }
}
fragment SecretsPart on Source {
  id
  vendor
  hookUrl
  secrets {
    id
    expiresAt
  }
}
fragment WindowPart on Source {
  id
  vendor
  frameOrigins
  suggestedFrameOrigins
}`) as unknown as TypedDocumentString<SourceConnectionQuery, SourceConnectionQueryVariables>;
export const WithdrawSecretDocument = new TypedDocumentString(`
    mutation WithdrawSecret($input: WithdrawSourceSecretInput!) {
  withdrawSourceSecret(input: $input) {
    source {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<WithdrawSecretMutation, WithdrawSecretMutationVariables>;
export const SourcesDocument = new TypedDocumentString(`
    query Sources($language: Language!) {
  sources {
    ...SourceRow
  }
}
    fragment SourceRow on Source {
  id
  name
  vendor
  rehearsal
  defaultCampaign {
    id
    name
  }
  rules {
    campaign {
      id
      name
    }
  }
  ...SourceHealth
}
fragment SourceHealth on Source {
  retired
  retiredAt
  createdAt
  lastEventAt
  silentSince
  keepsTranscripts
  api {
    hasToken
  }
  refused {
    count
    lastAt
    problem
  }
  transcripts {
    awaited
    failing
    problem(language: $language)
  }
  eventCounts {
    outcome
    count
  }
}`) as unknown as TypedDocumentString<SourcesQuery, SourcesQueryVariables>;