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
    "query Settings($id: ID!) {\n  campaign(id: $id) {\n    id\n    name\n    timeZone\n    coverNumbers\n    retired\n    goalSettings {\n      mode\n      timeLimit\n      undoDelay\n      unaddressed\n    }\n    sendingLimits {\n      mailLimit\n      operatorLimit\n    }\n  }\n}\n\nmutation ChangeCampaign($input: UpdateCampaignInput!) {\n  updateCampaign(input: $input) {\n    campaign {\n      id\n    }\n  }\n}\n\nmutation ChangeGoalSettings($input: UpdateGoalSettingsInput!) {\n  updateGoalSettings(input: $input) {\n    campaign {\n      id\n    }\n  }\n}\n\nmutation ChangeLimits($input: UpdateSendingLimitsInput!) {\n  updateSendingLimits(input: $input) {\n    campaign {\n      id\n    }\n  }\n}\n\nmutation RetireCampaign($input: RetireCampaignInput!) {\n  retireCampaign(input: $input) {\n    campaign {\n      id\n    }\n  }\n}\n\nmutation RestoreCampaign($input: RestoreCampaignInput!) {\n  restoreCampaign(input: $input) {\n    campaign {\n      id\n    }\n  }\n}": typeof types.SettingsDocument,
};
const documents: Documents = {
    "query Settings($id: ID!) {\n  campaign(id: $id) {\n    id\n    name\n    timeZone\n    coverNumbers\n    retired\n    goalSettings {\n      mode\n      timeLimit\n      undoDelay\n      unaddressed\n    }\n    sendingLimits {\n      mailLimit\n      operatorLimit\n    }\n  }\n}\n\nmutation ChangeCampaign($input: UpdateCampaignInput!) {\n  updateCampaign(input: $input) {\n    campaign {\n      id\n    }\n  }\n}\n\nmutation ChangeGoalSettings($input: UpdateGoalSettingsInput!) {\n  updateGoalSettings(input: $input) {\n    campaign {\n      id\n    }\n  }\n}\n\nmutation ChangeLimits($input: UpdateSendingLimitsInput!) {\n  updateSendingLimits(input: $input) {\n    campaign {\n      id\n    }\n  }\n}\n\nmutation RetireCampaign($input: RetireCampaignInput!) {\n  retireCampaign(input: $input) {\n    campaign {\n      id\n    }\n  }\n}\n\nmutation RestoreCampaign($input: RestoreCampaignInput!) {\n  restoreCampaign(input: $input) {\n    campaign {\n      id\n    }\n  }\n}": types.SettingsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Settings($id: ID!) {\n  campaign(id: $id) {\n    id\n    name\n    timeZone\n    coverNumbers\n    retired\n    goalSettings {\n      mode\n      timeLimit\n      undoDelay\n      unaddressed\n    }\n    sendingLimits {\n      mailLimit\n      operatorLimit\n    }\n  }\n}\n\nmutation ChangeCampaign($input: UpdateCampaignInput!) {\n  updateCampaign(input: $input) {\n    campaign {\n      id\n    }\n  }\n}\n\nmutation ChangeGoalSettings($input: UpdateGoalSettingsInput!) {\n  updateGoalSettings(input: $input) {\n    campaign {\n      id\n    }\n  }\n}\n\nmutation ChangeLimits($input: UpdateSendingLimitsInput!) {\n  updateSendingLimits(input: $input) {\n    campaign {\n      id\n    }\n  }\n}\n\nmutation RetireCampaign($input: RetireCampaignInput!) {\n  retireCampaign(input: $input) {\n    campaign {\n      id\n    }\n  }\n}\n\nmutation RestoreCampaign($input: RestoreCampaignInput!) {\n  restoreCampaign(input: $input) {\n    campaign {\n      id\n    }\n  }\n}"): typeof import('./graphql').SettingsDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
