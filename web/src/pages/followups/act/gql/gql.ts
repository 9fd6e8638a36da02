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
    "query Act($id: ID!) {\n  followUp(id: $id) {\n    id\n    number\n    state\n    codes\n    campaign {\n      id\n      name\n      goalSettings {\n        allowMultiple\n      }\n      successCodes {\n        id\n        label\n        retired\n      }\n    }\n    receipt {\n      id\n      state\n      words\n      createdAt\n      recipient {\n        name\n        email\n      }\n    }\n  }\n}\n\nmutation SendAgain($input: SendAgainInput!) {\n  sendAgain(input: $input) {\n    followUp {\n      id\n    }\n  }\n}\n\nmutation Settle($input: SettleDeliveryInput!) {\n  settleDelivery(input: $input) {\n    followUp {\n      id\n    }\n  }\n}\n\nmutation Release($input: ReleaseFollowUpInput!) {\n  releaseFollowUp(input: $input) {\n    followUp {\n      id\n    }\n  }\n}\n\nmutation Move($input: MoveFollowUpInput!) {\n  moveFollowUp(input: $input) {\n    followUp {\n      id\n    }\n  }\n}\n\nquery WouldGo($input: SimulateRoutingInput!, $language: Language!) {\n  simulateRouting(input: $input) {\n    recipients {\n      address {\n        name\n        email\n      }\n      reasons {\n        sentence(language: $language)\n      }\n    }\n    notForwarded\n  }\n}": typeof types.ActDocument,
};
const documents: Documents = {
    "query Act($id: ID!) {\n  followUp(id: $id) {\n    id\n    number\n    state\n    codes\n    campaign {\n      id\n      name\n      goalSettings {\n        allowMultiple\n      }\n      successCodes {\n        id\n        label\n        retired\n      }\n    }\n    receipt {\n      id\n      state\n      words\n      createdAt\n      recipient {\n        name\n        email\n      }\n    }\n  }\n}\n\nmutation SendAgain($input: SendAgainInput!) {\n  sendAgain(input: $input) {\n    followUp {\n      id\n    }\n  }\n}\n\nmutation Settle($input: SettleDeliveryInput!) {\n  settleDelivery(input: $input) {\n    followUp {\n      id\n    }\n  }\n}\n\nmutation Release($input: ReleaseFollowUpInput!) {\n  releaseFollowUp(input: $input) {\n    followUp {\n      id\n    }\n  }\n}\n\nmutation Move($input: MoveFollowUpInput!) {\n  moveFollowUp(input: $input) {\n    followUp {\n      id\n    }\n  }\n}\n\nquery WouldGo($input: SimulateRoutingInput!, $language: Language!) {\n  simulateRouting(input: $input) {\n    recipients {\n      address {\n        name\n        email\n      }\n      reasons {\n        sentence(language: $language)\n      }\n    }\n    notForwarded\n  }\n}": types.ActDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Act($id: ID!) {\n  followUp(id: $id) {\n    id\n    number\n    state\n    codes\n    campaign {\n      id\n      name\n      goalSettings {\n        allowMultiple\n      }\n      successCodes {\n        id\n        label\n        retired\n      }\n    }\n    receipt {\n      id\n      state\n      words\n      createdAt\n      recipient {\n        name\n        email\n      }\n    }\n  }\n}\n\nmutation SendAgain($input: SendAgainInput!) {\n  sendAgain(input: $input) {\n    followUp {\n      id\n    }\n  }\n}\n\nmutation Settle($input: SettleDeliveryInput!) {\n  settleDelivery(input: $input) {\n    followUp {\n      id\n    }\n  }\n}\n\nmutation Release($input: ReleaseFollowUpInput!) {\n  releaseFollowUp(input: $input) {\n    followUp {\n      id\n    }\n  }\n}\n\nmutation Move($input: MoveFollowUpInput!) {\n  moveFollowUp(input: $input) {\n    followUp {\n      id\n    }\n  }\n}\n\nquery WouldGo($input: SimulateRoutingInput!, $language: Language!) {\n  simulateRouting(input: $input) {\n    recipients {\n      address {\n        name\n        email\n      }\n      reasons {\n        sentence(language: $language)\n      }\n    }\n    notForwarded\n  }\n}"): typeof import('./graphql').ActDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
