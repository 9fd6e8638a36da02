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
    "query CampaignMail($campaign: ID!, $chats: FollowUpFilter) {\n  viewer {\n    person {\n      id\n      email\n    }\n  }\n  campaign(id: $campaign) {\n    id\n    name\n    timeZone\n    mailSettings {\n      subject\n      intro\n      footer\n      senderName\n      replyTo\n      language\n      timeZone\n    }\n    successCodes {\n      id\n      label\n      retired\n      mailSettings {\n        subject\n        intro\n        footer\n        senderName\n        replyTo\n        language\n        timeZone\n      }\n    }\n  }\n  followUps(filter: $chats, first: 20) {\n    nodes {\n      id\n      number\n      chat {\n        id\n        closedAt\n        visitor {\n          name\n          email\n        }\n      }\n    }\n  }\n}\n\nquery MailPreview($input: PreviewMailInput!) {\n  previewMail(input: $input) {\n    subject\n    from\n    replyTo\n    decision {\n      recipients {\n        address {\n          name\n          email\n        }\n      }\n    }\n    content {\n      plain\n      html\n    }\n  }\n}\n\nmutation UpdateMailSettings($input: UpdateMailSettingsInput!) {\n  updateMailSettings(input: $input) {\n    campaign {\n      id\n    }\n  }\n}\n\nmutation SaveCodeMailSettings($input: SaveCodeMailSettingsInput!) {\n  saveCodeMailSettings(input: $input) {\n    successCode {\n      id\n    }\n  }\n}\n\nmutation SendTestMail($input: SendTestMailInput!) {\n  sendTestMail(input: $input) {\n    testMail {\n      id\n      state\n      words\n      transport\n      subject\n      recipient {\n        email\n      }\n      content {\n        html\n      }\n    }\n  }\n}": typeof types.CampaignMailDocument,
};
const documents: Documents = {
    "query CampaignMail($campaign: ID!, $chats: FollowUpFilter) {\n  viewer {\n    person {\n      id\n      email\n    }\n  }\n  campaign(id: $campaign) {\n    id\n    name\n    timeZone\n    mailSettings {\n      subject\n      intro\n      footer\n      senderName\n      replyTo\n      language\n      timeZone\n    }\n    successCodes {\n      id\n      label\n      retired\n      mailSettings {\n        subject\n        intro\n        footer\n        senderName\n        replyTo\n        language\n        timeZone\n      }\n    }\n  }\n  followUps(filter: $chats, first: 20) {\n    nodes {\n      id\n      number\n      chat {\n        id\n        closedAt\n        visitor {\n          name\n          email\n        }\n      }\n    }\n  }\n}\n\nquery MailPreview($input: PreviewMailInput!) {\n  previewMail(input: $input) {\n    subject\n    from\n    replyTo\n    decision {\n      recipients {\n        address {\n          name\n          email\n        }\n      }\n    }\n    content {\n      plain\n      html\n    }\n  }\n}\n\nmutation UpdateMailSettings($input: UpdateMailSettingsInput!) {\n  updateMailSettings(input: $input) {\n    campaign {\n      id\n    }\n  }\n}\n\nmutation SaveCodeMailSettings($input: SaveCodeMailSettingsInput!) {\n  saveCodeMailSettings(input: $input) {\n    successCode {\n      id\n    }\n  }\n}\n\nmutation SendTestMail($input: SendTestMailInput!) {\n  sendTestMail(input: $input) {\n    testMail {\n      id\n      state\n      words\n      transport\n      subject\n      recipient {\n        email\n      }\n      content {\n        html\n      }\n    }\n  }\n}": types.CampaignMailDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CampaignMail($campaign: ID!, $chats: FollowUpFilter) {\n  viewer {\n    person {\n      id\n      email\n    }\n  }\n  campaign(id: $campaign) {\n    id\n    name\n    timeZone\n    mailSettings {\n      subject\n      intro\n      footer\n      senderName\n      replyTo\n      language\n      timeZone\n    }\n    successCodes {\n      id\n      label\n      retired\n      mailSettings {\n        subject\n        intro\n        footer\n        senderName\n        replyTo\n        language\n        timeZone\n      }\n    }\n  }\n  followUps(filter: $chats, first: 20) {\n    nodes {\n      id\n      number\n      chat {\n        id\n        closedAt\n        visitor {\n          name\n          email\n        }\n      }\n    }\n  }\n}\n\nquery MailPreview($input: PreviewMailInput!) {\n  previewMail(input: $input) {\n    subject\n    from\n    replyTo\n    decision {\n      recipients {\n        address {\n          name\n          email\n        }\n      }\n    }\n    content {\n      plain\n      html\n    }\n  }\n}\n\nmutation UpdateMailSettings($input: UpdateMailSettingsInput!) {\n  updateMailSettings(input: $input) {\n    campaign {\n      id\n    }\n  }\n}\n\nmutation SaveCodeMailSettings($input: SaveCodeMailSettingsInput!) {\n  saveCodeMailSettings(input: $input) {\n    successCode {\n      id\n    }\n  }\n}\n\nmutation SendTestMail($input: SendTestMailInput!) {\n  sendTestMail(input: $input) {\n    testMail {\n      id\n      state\n      words\n      transport\n      subject\n      recipient {\n        email\n      }\n      content {\n        html\n      }\n    }\n  }\n}"): typeof import('./graphql').CampaignMailDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
