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
    "query Addresses($campaign: ID!) {\n  campaign(id: $campaign) {\n    id\n    name\n    goalSettings {\n      allowMultiple\n      unaddressed\n    }\n    goals {\n      id\n    }\n    followUpAddresses {\n      ...SavedTable\n    }\n    addressHoles {\n      code {\n        id\n      }\n      chats\n    }\n  }\n}\n\nfragment SavedTable on FollowUpAddresses {\n  version\n  comment\n  savedAt\n  savedBy {\n    name\n  }\n  standard {\n    ...SavedList\n  }\n  codes {\n    code {\n      id\n      label\n      color\n      hint\n      retired\n      goal {\n        id\n        name\n      }\n    }\n    addresses {\n      ...SavedList\n    }\n  }\n}\n\nfragment SavedList on AddressList {\n  text\n  items {\n    name\n    email\n    text\n    health {\n      healthy\n      goodAt\n      refusedAt\n      refusals\n      words\n    }\n  }\n}\n\nquery SuggestAddresses($campaign: ID!, $prefix: String!) {\n  addressSuggestions(campaign: $campaign, prefix: $prefix, first: 8) {\n    address {\n      email\n      text\n    }\n  }\n}\n\nmutation SaveAddresses($input: SaveFollowUpAddressesInput!) {\n  saveFollowUpAddresses(input: $input) {\n    followUpAddresses {\n      version\n    }\n  }\n}\n\nmutation RestoreAddresses($input: RestoreFollowUpAddressesInput!) {\n  restoreFollowUpAddresses(input: $input) {\n    followUpAddresses {\n      version\n    }\n    kept {\n      label\n    }\n  }\n}": typeof types.AddressesDocument,
};
const documents: Documents = {
    "query Addresses($campaign: ID!) {\n  campaign(id: $campaign) {\n    id\n    name\n    goalSettings {\n      allowMultiple\n      unaddressed\n    }\n    goals {\n      id\n    }\n    followUpAddresses {\n      ...SavedTable\n    }\n    addressHoles {\n      code {\n        id\n      }\n      chats\n    }\n  }\n}\n\nfragment SavedTable on FollowUpAddresses {\n  version\n  comment\n  savedAt\n  savedBy {\n    name\n  }\n  standard {\n    ...SavedList\n  }\n  codes {\n    code {\n      id\n      label\n      color\n      hint\n      retired\n      goal {\n        id\n        name\n      }\n    }\n    addresses {\n      ...SavedList\n    }\n  }\n}\n\nfragment SavedList on AddressList {\n  text\n  items {\n    name\n    email\n    text\n    health {\n      healthy\n      goodAt\n      refusedAt\n      refusals\n      words\n    }\n  }\n}\n\nquery SuggestAddresses($campaign: ID!, $prefix: String!) {\n  addressSuggestions(campaign: $campaign, prefix: $prefix, first: 8) {\n    address {\n      email\n      text\n    }\n  }\n}\n\nmutation SaveAddresses($input: SaveFollowUpAddressesInput!) {\n  saveFollowUpAddresses(input: $input) {\n    followUpAddresses {\n      version\n    }\n  }\n}\n\nmutation RestoreAddresses($input: RestoreFollowUpAddressesInput!) {\n  restoreFollowUpAddresses(input: $input) {\n    followUpAddresses {\n      version\n    }\n    kept {\n      label\n    }\n  }\n}": types.AddressesDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Addresses($campaign: ID!) {\n  campaign(id: $campaign) {\n    id\n    name\n    goalSettings {\n      allowMultiple\n      unaddressed\n    }\n    goals {\n      id\n    }\n    followUpAddresses {\n      ...SavedTable\n    }\n    addressHoles {\n      code {\n        id\n      }\n      chats\n    }\n  }\n}\n\nfragment SavedTable on FollowUpAddresses {\n  version\n  comment\n  savedAt\n  savedBy {\n    name\n  }\n  standard {\n    ...SavedList\n  }\n  codes {\n    code {\n      id\n      label\n      color\n      hint\n      retired\n      goal {\n        id\n        name\n      }\n    }\n    addresses {\n      ...SavedList\n    }\n  }\n}\n\nfragment SavedList on AddressList {\n  text\n  items {\n    name\n    email\n    text\n    health {\n      healthy\n      goodAt\n      refusedAt\n      refusals\n      words\n    }\n  }\n}\n\nquery SuggestAddresses($campaign: ID!, $prefix: String!) {\n  addressSuggestions(campaign: $campaign, prefix: $prefix, first: 8) {\n    address {\n      email\n      text\n    }\n  }\n}\n\nmutation SaveAddresses($input: SaveFollowUpAddressesInput!) {\n  saveFollowUpAddresses(input: $input) {\n    followUpAddresses {\n      version\n    }\n  }\n}\n\nmutation RestoreAddresses($input: RestoreFollowUpAddressesInput!) {\n  restoreFollowUpAddresses(input: $input) {\n    followUpAddresses {\n      version\n    }\n    kept {\n      label\n    }\n  }\n}"): typeof import('./graphql').AddressesDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
