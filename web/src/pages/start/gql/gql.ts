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
    "query CheckList {\n  checkList {\n    transport\n    mailsLeave\n    campaigns {\n      campaign {\n        id\n        name\n      }\n      hasCode\n      hasStandard\n      hasSource\n    }\n    sourceConnected\n    sourceHeard\n    mailed\n    sample {\n      id\n    }\n  }\n}\n\nmutation CreateSample($input: CreateSampleInput!) {\n  createSample(input: $input) {\n    sample {\n      campaign {\n        id\n      }\n    }\n  }\n}\n\nmutation RemoveSample($input: RemoveSampleInput!) {\n  removeSample(input: $input) {\n    sample {\n      campaign {\n        id\n      }\n    }\n  }\n}": typeof types.CheckListDocument,
};
const documents: Documents = {
    "query CheckList {\n  checkList {\n    transport\n    mailsLeave\n    campaigns {\n      campaign {\n        id\n        name\n      }\n      hasCode\n      hasStandard\n      hasSource\n    }\n    sourceConnected\n    sourceHeard\n    mailed\n    sample {\n      id\n    }\n  }\n}\n\nmutation CreateSample($input: CreateSampleInput!) {\n  createSample(input: $input) {\n    sample {\n      campaign {\n        id\n      }\n    }\n  }\n}\n\nmutation RemoveSample($input: RemoveSampleInput!) {\n  removeSample(input: $input) {\n    sample {\n      campaign {\n        id\n      }\n    }\n  }\n}": types.CheckListDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CheckList {\n  checkList {\n    transport\n    mailsLeave\n    campaigns {\n      campaign {\n        id\n        name\n      }\n      hasCode\n      hasStandard\n      hasSource\n    }\n    sourceConnected\n    sourceHeard\n    mailed\n    sample {\n      id\n    }\n  }\n}\n\nmutation CreateSample($input: CreateSampleInput!) {\n  createSample(input: $input) {\n    sample {\n      campaign {\n        id\n      }\n    }\n  }\n}\n\nmutation RemoveSample($input: RemoveSampleInput!) {\n  removeSample(input: $input) {\n    sample {\n      campaign {\n        id\n      }\n    }\n  }\n}"): typeof import('./graphql').CheckListDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
