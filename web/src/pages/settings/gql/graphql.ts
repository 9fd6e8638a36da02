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

/** Which entries of the audit log are meant. Each part that is given, and not empty, must fit. */
export type AuditFilter = {
  /** Of this action, such as `campaign.update`. */
  action?: string | null | undefined;
  /** By the person or API token with this id. */
  actor?: string | number | null | undefined;
  /** By this sort of somebody. */
  actorKind?: ActorKind | null | undefined;
  /** Done in this time. */
  at?: TimeRange | null | undefined;
  /** About the object with this id. */
  object?: string | number | null | undefined;
};

/** A new password for the viewer. */
export type ChangePasswordInput = {
  /** A password of at least 12 characters. */
  newPassword: string;
  /** The password so far. */
  oldPassword: string;
};

/** An API token to be made. */
export type CreateApiTokenInput = {
  /** The campaigns that it is limited to, at least one; all where it is left out. */
  campaigns?: Array<string | number> | null | undefined;
  /** When it stops being valid; never where it is left out. */
  expiresAt?: string | null | undefined;
  /** What it is for. */
  name: string;
  /** What it may do. READ is always among it. Limited to campaigns it can have neither ACCOUNT nor PEOPLE. */
  permissions: Array<Permission>;
};

/** A session to be ended. */
export type EndSessionInput = {
  /** The session. */
  id: string | number;
};

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

/** An API token to be revoked. */
export type RevokeApiTokenInput = {
  /** The token to revoke. */
  id: string | number;
};

/** A stretch of time. */
export type TimeRange = {
  /** From this moment on. */
  from?: string | null | undefined;
  /** Before this moment. */
  to?: string | null | undefined;
};

/** What is to change of the viewer. */
export type UpdateProfileInput = {
  /** A language tag such as en or pt-BR, or empty for that of the browser. */
  language?: string | null | undefined;
  /** What people call them. */
  name?: string | null | undefined;
};

export type AuditQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditQuery = { auditLog: { nodes: Array<{ id: string, at: string, action: string, detail: string, actor: { kind: ActorKind, id: string, name: string }, object: { kind: string, id: string, name: string }, campaign: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string } } };

export type EntryFragment = { id: string, at: string, action: string, detail: string, actor: { kind: ActorKind, id: string, name: string }, object: { kind: string, id: string, name: string }, campaign: { id: string, name: string } | null };

export type ProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type ProfileQuery = { viewer: { person: { id: string, name: string, email: string, language: string, role: PersonRole, campaigns: Array<{ id: string, name: string }> | null } | null }, sessions: Array<{ id: string, createdAt: string, seenAt: string, browser: string, network: string, current: boolean, source: { id: string, name: string } | null }> };

export type ProfilePartFragment = { id: string, name: string, email: string, language: string, role: PersonRole, campaigns: Array<{ id: string, name: string }> | null };

export type SessionRowFragment = { id: string, createdAt: string, seenAt: string, browser: string, network: string, current: boolean, source: { id: string, name: string } | null };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { updateProfile: { person: { id: string, language: string } } | null };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: { sessions: Array<{ id: string }> } | null };

export type EndSessionMutationVariables = Exact<{
  input: EndSessionInput;
}>;


export type EndSessionMutation = { endSession: { sessions: Array<{ id: string }> } | null };

export type TokensQueryVariables = Exact<{ [key: string]: never; }>;


export type TokensQuery = { apiTokens: Array<{ id: string, name: string, prefix: string, permissions: Array<Permission>, createdAt: string, expiresAt: string | null, revokedAt: string | null, lastUsedAt: string | null, campaigns: Array<{ id: string, name: string }> | null }>, campaigns: Array<{ id: string, name: string }> };

export type TokenRowFragment = { id: string, name: string, prefix: string, permissions: Array<Permission>, createdAt: string, expiresAt: string | null, revokedAt: string | null, lastUsedAt: string | null, campaigns: Array<{ id: string, name: string }> | null };

export type CreateTokenMutationVariables = Exact<{
  input: CreateApiTokenInput;
}>;


export type CreateTokenMutation = { createApiToken: { secret: string, apiToken: { id: string } } | null };

export type RevokeTokenMutationVariables = Exact<{
  input: RevokeApiTokenInput;
}>;


export type RevokeTokenMutation = { revokeApiToken: { apiToken: { id: string } } | null };

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
export const EntryFragmentDoc = new TypedDocumentString(`
    fragment Entry on AuditEntry {
  id
  at
  action
  detail
  actor {
    kind
    id
    name
  }
  object {
    kind
    id
    name
  }
  campaign {
    id
    name
  }
}
    `, {"fragmentName":"Entry"}) as unknown as TypedDocumentString<EntryFragment, unknown>;
export const ProfilePartFragmentDoc = new TypedDocumentString(`
    fragment ProfilePart on Person {
  id
  name
  email
  language
  role
  campaigns {
    id
    name
  }
}
    `, {"fragmentName":"ProfilePart"}) as unknown as TypedDocumentString<ProfilePartFragment, unknown>;
export const SessionRowFragmentDoc = new TypedDocumentString(`
    fragment SessionRow on Session {
  id
  createdAt
  seenAt
  browser
  network
  current
  source {
    id
    name
  }
}
    `, {"fragmentName":"SessionRow"}) as unknown as TypedDocumentString<SessionRowFragment, unknown>;
export const TokenRowFragmentDoc = new TypedDocumentString(`
    fragment TokenRow on ApiToken {
  id
  name
  prefix
  permissions
  campaigns {
    id
    name
  }
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}
    `, {"fragmentName":"TokenRow"}) as unknown as TypedDocumentString<TokenRowFragment, unknown>;
export const AuditDocument = new TypedDocumentString(`
    query Audit($filter: AuditFilter, $after: String) {
  auditLog(filter: $filter, first: 50, after: $after) {
    nodes {
      ...Entry
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Entry on AuditEntry {
  id
  at
  action
  detail
  actor {
    kind
    id
    name
  }
  object {
    kind
    id
    name
  }
  campaign {
    id
    name
  }
}`) as unknown as TypedDocumentString<AuditQuery, AuditQueryVariables>;
export const ProfileDocument = new TypedDocumentString(`
    query Profile {
  viewer {
    person {
      ...ProfilePart
    }
  }
  sessions {
    ...SessionRow
  }
}
    fragment ProfilePart on Person {
  id
  name
  email
  language
  role
  campaigns {
    id
    name
  }
}
fragment SessionRow on Session {
  id
  createdAt
  seenAt
  browser
  network
  current
  source {
    id
    name
  }
}`) as unknown as TypedDocumentString<ProfileQuery, ProfileQueryVariables>;
export const UpdateProfileDocument = new TypedDocumentString(`
    mutation UpdateProfile($input: UpdateProfileInput!) {
  updateProfile(input: $input) {
    person {
      id
      language
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateProfileMutation, UpdateProfileMutationVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    sessions {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const EndSessionDocument = new TypedDocumentString(`
    mutation EndSession($input: EndSessionInput!) {
  endSession(input: $input) {
    sessions {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const TokensDocument = new TypedDocumentString(`
    query Tokens {
  apiTokens {
    ...TokenRow
  }
  campaigns {
    id
    name
  }
}
    fragment TokenRow on ApiToken {
  id
  name
  prefix
  permissions
  campaigns {
    id
    name
  }
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}`) as unknown as TypedDocumentString<TokensQuery, TokensQueryVariables>;
export const CreateTokenDocument = new TypedDocumentString(`
    mutation CreateToken($input: CreateApiTokenInput!) {
  createApiToken(input: $input) {
    apiToken {
      id
    }
    secret
  }
}
    `) as unknown as TypedDocumentString<CreateTokenMutation, CreateTokenMutationVariables>;
export const RevokeTokenDocument = new TypedDocumentString(`
    mutation RevokeToken($input: RevokeApiTokenInput!) {
  revokeApiToken(input: $input) {
    apiToken {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeTokenMutation, RevokeTokenMutationVariables>;