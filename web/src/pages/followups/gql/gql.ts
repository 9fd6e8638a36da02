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
    "query Inbox($language: Language!, $filter: FollowUpFilter, $counted: FollowUpFilter, $after: String, $oldestFirst: Boolean!) {\n  followUps(filter: $filter, first: 50, after: $after, oldestFirst: $oldestFirst) {\n    nodes {\n      ...Row\n    }\n    pageInfo {\n      hasNextPage\n      startCursor\n      endCursor\n    }\n  }\n  followUpCounts(filter: $counted) {\n    state\n    count\n  }\n}\n\nfragment Row on FollowUp {\n  id\n  number\n  state\n  reason(language: $language)\n  codes\n  sendsAt\n  late\n  submission {\n    urgent\n  }\n  campaign {\n    id\n    name\n  }\n  chat {\n    id\n    closedAt\n    visitor {\n      name\n      email\n      phone\n    }\n    operators {\n      name\n    }\n  }\n  decision {\n    recipients {\n      address {\n        name\n        email\n      }\n      reasons {\n        sentence(language: $language)\n      }\n    }\n    notForwarded\n  }\n  receipt {\n    id\n    state\n    recipient {\n      name\n      email\n    }\n    words\n    reasons {\n      sentence(language: $language)\n    }\n    replacedBy {\n      id\n    }\n  }\n}\n\nquery Choices {\n  campaigns {\n    id\n    name\n    goals {\n      id\n      name\n    }\n    successCodes {\n      id\n      label\n    }\n  }\n}": typeof types.InboxDocument,
};
const documents: Documents = {
    "query Inbox($language: Language!, $filter: FollowUpFilter, $counted: FollowUpFilter, $after: String, $oldestFirst: Boolean!) {\n  followUps(filter: $filter, first: 50, after: $after, oldestFirst: $oldestFirst) {\n    nodes {\n      ...Row\n    }\n    pageInfo {\n      hasNextPage\n      startCursor\n      endCursor\n    }\n  }\n  followUpCounts(filter: $counted) {\n    state\n    count\n  }\n}\n\nfragment Row on FollowUp {\n  id\n  number\n  state\n  reason(language: $language)\n  codes\n  sendsAt\n  late\n  submission {\n    urgent\n  }\n  campaign {\n    id\n    name\n  }\n  chat {\n    id\n    closedAt\n    visitor {\n      name\n      email\n      phone\n    }\n    operators {\n      name\n    }\n  }\n  decision {\n    recipients {\n      address {\n        name\n        email\n      }\n      reasons {\n        sentence(language: $language)\n      }\n    }\n    notForwarded\n  }\n  receipt {\n    id\n    state\n    recipient {\n      name\n      email\n    }\n    words\n    reasons {\n      sentence(language: $language)\n    }\n    replacedBy {\n      id\n    }\n  }\n}\n\nquery Choices {\n  campaigns {\n    id\n    name\n    goals {\n      id\n      name\n    }\n    successCodes {\n      id\n      label\n    }\n  }\n}": types.InboxDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Inbox($language: Language!, $filter: FollowUpFilter, $counted: FollowUpFilter, $after: String, $oldestFirst: Boolean!) {\n  followUps(filter: $filter, first: 50, after: $after, oldestFirst: $oldestFirst) {\n    nodes {\n      ...Row\n    }\n    pageInfo {\n      hasNextPage\n      startCursor\n      endCursor\n    }\n  }\n  followUpCounts(filter: $counted) {\n    state\n    count\n  }\n}\n\nfragment Row on FollowUp {\n  id\n  number\n  state\n  reason(language: $language)\n  codes\n  sendsAt\n  late\n  submission {\n    urgent\n  }\n  campaign {\n    id\n    name\n  }\n  chat {\n    id\n    closedAt\n    visitor {\n      name\n      email\n      phone\n    }\n    operators {\n      name\n    }\n  }\n  decision {\n    recipients {\n      address {\n        name\n        email\n      }\n      reasons {\n        sentence(language: $language)\n      }\n    }\n    notForwarded\n  }\n  receipt {\n    id\n    state\n    recipient {\n      name\n      email\n    }\n    words\n    reasons {\n      sentence(language: $language)\n    }\n    replacedBy {\n      id\n    }\n  }\n}\n\nquery Choices {\n  campaigns {\n    id\n    name\n    goals {\n      id\n      name\n    }\n    successCodes {\n      id\n      label\n    }\n  }\n}"): typeof import('./graphql').InboxDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
