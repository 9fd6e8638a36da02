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
    "query Campaign($id: ID!) {\n  campaign(id: $id) {\n    id\n    name\n    timeZone\n    sample\n    retired\n    retiredAt\n  }\n}\n\nmutation RestoreCampaign($input: RestoreCampaignInput!) {\n  restoreCampaign(input: $input) {\n    campaign {\n      id\n    }\n  }\n}\n\nquery Overview($id: ID!, $filter: FollowUpFilter!) {\n  campaign(id: $id) {\n    id\n    sample\n    followUpAddresses {\n      standard {\n        ...Items\n      }\n      codes {\n        code {\n          id\n          retired\n        }\n        addresses {\n          ...Items\n        }\n      }\n    }\n  }\n  checkList {\n    campaigns {\n      campaign {\n        id\n      }\n      hasSource\n      hasStandard\n      hasCode\n    }\n  }\n  followUpCounts(filter: $filter) {\n    state\n    count\n  }\n}\n\nfragment Items on AddressList {\n  items {\n    name\n    email\n    health {\n      healthy\n      refusedAt\n      words\n    }\n  }\n}": typeof types.CampaignDocument,
};
const documents: Documents = {
    "query Campaign($id: ID!) {\n  campaign(id: $id) {\n    id\n    name\n    timeZone\n    sample\n    retired\n    retiredAt\n  }\n}\n\nmutation RestoreCampaign($input: RestoreCampaignInput!) {\n  restoreCampaign(input: $input) {\n    campaign {\n      id\n    }\n  }\n}\n\nquery Overview($id: ID!, $filter: FollowUpFilter!) {\n  campaign(id: $id) {\n    id\n    sample\n    followUpAddresses {\n      standard {\n        ...Items\n      }\n      codes {\n        code {\n          id\n          retired\n        }\n        addresses {\n          ...Items\n        }\n      }\n    }\n  }\n  checkList {\n    campaigns {\n      campaign {\n        id\n      }\n      hasSource\n      hasStandard\n      hasCode\n    }\n  }\n  followUpCounts(filter: $filter) {\n    state\n    count\n  }\n}\n\nfragment Items on AddressList {\n  items {\n    name\n    email\n    health {\n      healthy\n      refusedAt\n      words\n    }\n  }\n}": types.CampaignDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Campaign($id: ID!) {\n  campaign(id: $id) {\n    id\n    name\n    timeZone\n    sample\n    retired\n    retiredAt\n  }\n}\n\nmutation RestoreCampaign($input: RestoreCampaignInput!) {\n  restoreCampaign(input: $input) {\n    campaign {\n      id\n    }\n  }\n}\n\nquery Overview($id: ID!, $filter: FollowUpFilter!) {\n  campaign(id: $id) {\n    id\n    sample\n    followUpAddresses {\n      standard {\n        ...Items\n      }\n      codes {\n        code {\n          id\n          retired\n        }\n        addresses {\n          ...Items\n        }\n      }\n    }\n  }\n  checkList {\n    campaigns {\n      campaign {\n        id\n      }\n      hasSource\n      hasStandard\n      hasCode\n    }\n  }\n  followUpCounts(filter: $filter) {\n    state\n    count\n  }\n}\n\nfragment Items on AddressList {\n  items {\n    name\n    email\n    health {\n      healthy\n      refusedAt\n      words\n    }\n  }\n}"): typeof import('./graphql').CampaignDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
