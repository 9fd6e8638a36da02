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
    "query Outbox($after: String) {\n  mails(first: 25, after: $after) {\n    nodes {\n      ...MailRow\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nfragment MailRow on Mail {\n  id\n  kind\n  subject\n  createdAt\n  deliveries {\n    id\n    recipient {\n      email\n      name\n    }\n  }\n  followUp {\n    id\n    number\n  }\n}\n\nquery OutboxMail($id: ID!) {\n  node(id: $id) {\n    ... on Mail {\n      id\n      content {\n        plain\n        html\n      }\n    }\n  }\n}": typeof types.OutboxDocument,
};
const documents: Documents = {
    "query Outbox($after: String) {\n  mails(first: 25, after: $after) {\n    nodes {\n      ...MailRow\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nfragment MailRow on Mail {\n  id\n  kind\n  subject\n  createdAt\n  deliveries {\n    id\n    recipient {\n      email\n      name\n    }\n  }\n  followUp {\n    id\n    number\n  }\n}\n\nquery OutboxMail($id: ID!) {\n  node(id: $id) {\n    ... on Mail {\n      id\n      content {\n        plain\n        html\n      }\n    }\n  }\n}": types.OutboxDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Outbox($after: String) {\n  mails(first: 25, after: $after) {\n    nodes {\n      ...MailRow\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nfragment MailRow on Mail {\n  id\n  kind\n  subject\n  createdAt\n  deliveries {\n    id\n    recipient {\n      email\n      name\n    }\n  }\n  followUp {\n    id\n    number\n  }\n}\n\nquery OutboxMail($id: ID!) {\n  node(id: $id) {\n    ... on Mail {\n      id\n      content {\n        plain\n        html\n      }\n    }\n  }\n}"): typeof import('./graphql').OutboxDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
