/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query Audit($filter: AuditFilter, $after: String) {\n  auditLog(filter: $filter, first: 50, after: $after) {\n    nodes {\n      ...Entry\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nfragment Entry on AuditEntry {\n  id\n  at\n  action\n  detail\n  actor {\n    kind\n    id\n    name\n  }\n  object {\n    kind\n    id\n    name\n  }\n  campaign {\n    id\n    name\n  }\n}": typeof types.AuditDocument,
    "query Profile {\n  viewer {\n    person {\n      ...ProfilePart\n    }\n  }\n  sessions {\n    ...SessionRow\n  }\n}\n\nfragment ProfilePart on Person {\n  id\n  name\n  email\n  language\n  role\n  campaigns {\n    id\n    name\n  }\n}\n\nfragment SessionRow on Session {\n  id\n  createdAt\n  seenAt\n  browser\n  network\n  current\n  source {\n    id\n    name\n  }\n}\n\nmutation UpdateProfile($input: UpdateProfileInput!) {\n  updateProfile(input: $input) {\n    person {\n      id\n      language\n    }\n  }\n}\n\nmutation ChangePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input) {\n    sessions {\n      id\n    }\n  }\n}\n\nmutation EndSession($input: EndSessionInput!) {\n  endSession(input: $input) {\n    sessions {\n      id\n    }\n  }\n}": typeof types.ProfileDocument,
    "query Tokens {\n  apiTokens {\n    ...TokenRow\n  }\n  campaigns {\n    id\n    name\n  }\n}\n\nfragment TokenRow on ApiToken {\n  id\n  name\n  prefix\n  permissions\n  campaigns {\n    id\n    name\n  }\n  createdAt\n  expiresAt\n  revokedAt\n  lastUsedAt\n}\n\nmutation CreateToken($input: CreateApiTokenInput!) {\n  createApiToken(input: $input) {\n    apiToken {\n      id\n    }\n    secret\n  }\n}\n\nmutation RevokeToken($input: RevokeApiTokenInput!) {\n  revokeApiToken(input: $input) {\n    apiToken {\n      id\n    }\n  }\n}": typeof types.TokensDocument,
};
const documents: Documents = {
    "query Audit($filter: AuditFilter, $after: String) {\n  auditLog(filter: $filter, first: 50, after: $after) {\n    nodes {\n      ...Entry\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nfragment Entry on AuditEntry {\n  id\n  at\n  action\n  detail\n  actor {\n    kind\n    id\n    name\n  }\n  object {\n    kind\n    id\n    name\n  }\n  campaign {\n    id\n    name\n  }\n}": types.AuditDocument,
    "query Profile {\n  viewer {\n    person {\n      ...ProfilePart\n    }\n  }\n  sessions {\n    ...SessionRow\n  }\n}\n\nfragment ProfilePart on Person {\n  id\n  name\n  email\n  language\n  role\n  campaigns {\n    id\n    name\n  }\n}\n\nfragment SessionRow on Session {\n  id\n  createdAt\n  seenAt\n  browser\n  network\n  current\n  source {\n    id\n    name\n  }\n}\n\nmutation UpdateProfile($input: UpdateProfileInput!) {\n  updateProfile(input: $input) {\n    person {\n      id\n      language\n    }\n  }\n}\n\nmutation ChangePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input) {\n    sessions {\n      id\n    }\n  }\n}\n\nmutation EndSession($input: EndSessionInput!) {\n  endSession(input: $input) {\n    sessions {\n      id\n    }\n  }\n}": types.ProfileDocument,
    "query Tokens {\n  apiTokens {\n    ...TokenRow\n  }\n  campaigns {\n    id\n    name\n  }\n}\n\nfragment TokenRow on ApiToken {\n  id\n  name\n  prefix\n  permissions\n  campaigns {\n    id\n    name\n  }\n  createdAt\n  expiresAt\n  revokedAt\n  lastUsedAt\n}\n\nmutation CreateToken($input: CreateApiTokenInput!) {\n  createApiToken(input: $input) {\n    apiToken {\n      id\n    }\n    secret\n  }\n}\n\nmutation RevokeToken($input: RevokeApiTokenInput!) {\n  revokeApiToken(input: $input) {\n    apiToken {\n      id\n    }\n  }\n}": types.TokensDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Audit($filter: AuditFilter, $after: String) {\n  auditLog(filter: $filter, first: 50, after: $after) {\n    nodes {\n      ...Entry\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nfragment Entry on AuditEntry {\n  id\n  at\n  action\n  detail\n  actor {\n    kind\n    id\n    name\n  }\n  object {\n    kind\n    id\n    name\n  }\n  campaign {\n    id\n    name\n  }\n}"): typeof import('./graphql').AuditDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Profile {\n  viewer {\n    person {\n      ...ProfilePart\n    }\n  }\n  sessions {\n    ...SessionRow\n  }\n}\n\nfragment ProfilePart on Person {\n  id\n  name\n  email\n  language\n  role\n  campaigns {\n    id\n    name\n  }\n}\n\nfragment SessionRow on Session {\n  id\n  createdAt\n  seenAt\n  browser\n  network\n  current\n  source {\n    id\n    name\n  }\n}\n\nmutation UpdateProfile($input: UpdateProfileInput!) {\n  updateProfile(input: $input) {\n    person {\n      id\n      language\n    }\n  }\n}\n\nmutation ChangePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input) {\n    sessions {\n      id\n    }\n  }\n}\n\nmutation EndSession($input: EndSessionInput!) {\n  endSession(input: $input) {\n    sessions {\n      id\n    }\n  }\n}"): typeof import('./graphql').ProfileDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Tokens {\n  apiTokens {\n    ...TokenRow\n  }\n  campaigns {\n    id\n    name\n  }\n}\n\nfragment TokenRow on ApiToken {\n  id\n  name\n  prefix\n  permissions\n  campaigns {\n    id\n    name\n  }\n  createdAt\n  expiresAt\n  revokedAt\n  lastUsedAt\n}\n\nmutation CreateToken($input: CreateApiTokenInput!) {\n  createApiToken(input: $input) {\n    apiToken {\n      id\n    }\n    secret\n  }\n}\n\nmutation RevokeToken($input: RevokeApiTokenInput!) {\n  revokeApiToken(input: $input) {\n    apiToken {\n      id\n    }\n  }\n}"): typeof import('./graphql').TokensDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
