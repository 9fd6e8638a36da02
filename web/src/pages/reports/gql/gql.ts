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
    "query ReportCampaigns {\n  campaigns(retired: true) {\n    id\n    name\n  }\n}\n\nquery Reports($report: ReportInput!, $days: ReportInput!, $before: ReportInput!, $first: String!, $last: String!, $campaigns: [ID!]!) {\n  report(input: $report) {\n    totals {\n      ...Tally\n    }\n    rows {\n      ...Tally\n    }\n    others {\n      ...Tally\n    }\n  }\n  days: report(input: $days) {\n    rows {\n      ...Tally\n    }\n  }\n  before: report(input: $before) {\n    totals {\n      chats\n      sent\n      failed\n      timeToDelivery {\n        median\n      }\n    }\n  }\n  ledger(first: $first, last: $last, campaigns: $campaigns) {\n    finished\n    boxes {\n      state\n      reason\n      count\n      filter {\n        reasons\n      }\n    }\n  }\n}\n\nfragment Tally on ReportRow {\n  key\n  label\n  campaign {\n    id\n    name\n  }\n  chats\n  uncoded\n  conversion\n  notForwarded\n  sent\n  delivered\n  failed\n  open\n  rescued\n  timeToDelivery {\n    median\n    p90\n  }\n  mails {\n    mails\n    accepted\n    delivered\n    refused\n    timeToAcceptance {\n      median\n      p90\n    }\n  }\n  filter {\n    states\n    reasons\n    campaigns\n    codes\n    goals\n    coded\n    converted\n    operators\n    addresses\n    days {\n      first\n      last\n    }\n  }\n}": typeof types.ReportCampaignsDocument,
};
const documents: Documents = {
    "query ReportCampaigns {\n  campaigns(retired: true) {\n    id\n    name\n  }\n}\n\nquery Reports($report: ReportInput!, $days: ReportInput!, $before: ReportInput!, $first: String!, $last: String!, $campaigns: [ID!]!) {\n  report(input: $report) {\n    totals {\n      ...Tally\n    }\n    rows {\n      ...Tally\n    }\n    others {\n      ...Tally\n    }\n  }\n  days: report(input: $days) {\n    rows {\n      ...Tally\n    }\n  }\n  before: report(input: $before) {\n    totals {\n      chats\n      sent\n      failed\n      timeToDelivery {\n        median\n      }\n    }\n  }\n  ledger(first: $first, last: $last, campaigns: $campaigns) {\n    finished\n    boxes {\n      state\n      reason\n      count\n      filter {\n        reasons\n      }\n    }\n  }\n}\n\nfragment Tally on ReportRow {\n  key\n  label\n  campaign {\n    id\n    name\n  }\n  chats\n  uncoded\n  conversion\n  notForwarded\n  sent\n  delivered\n  failed\n  open\n  rescued\n  timeToDelivery {\n    median\n    p90\n  }\n  mails {\n    mails\n    accepted\n    delivered\n    refused\n    timeToAcceptance {\n      median\n      p90\n    }\n  }\n  filter {\n    states\n    reasons\n    campaigns\n    codes\n    goals\n    coded\n    converted\n    operators\n    addresses\n    days {\n      first\n      last\n    }\n  }\n}": types.ReportCampaignsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ReportCampaigns {\n  campaigns(retired: true) {\n    id\n    name\n  }\n}\n\nquery Reports($report: ReportInput!, $days: ReportInput!, $before: ReportInput!, $first: String!, $last: String!, $campaigns: [ID!]!) {\n  report(input: $report) {\n    totals {\n      ...Tally\n    }\n    rows {\n      ...Tally\n    }\n    others {\n      ...Tally\n    }\n  }\n  days: report(input: $days) {\n    rows {\n      ...Tally\n    }\n  }\n  before: report(input: $before) {\n    totals {\n      chats\n      sent\n      failed\n      timeToDelivery {\n        median\n      }\n    }\n  }\n  ledger(first: $first, last: $last, campaigns: $campaigns) {\n    finished\n    boxes {\n      state\n      reason\n      count\n      filter {\n        reasons\n      }\n    }\n  }\n}\n\nfragment Tally on ReportRow {\n  key\n  label\n  campaign {\n    id\n    name\n  }\n  chats\n  uncoded\n  conversion\n  notForwarded\n  sent\n  delivered\n  failed\n  open\n  rescued\n  timeToDelivery {\n    median\n    p90\n  }\n  mails {\n    mails\n    accepted\n    delivered\n    refused\n    timeToAcceptance {\n      median\n      p90\n    }\n  }\n  filter {\n    states\n    reasons\n    campaigns\n    codes\n    goals\n    coded\n    converted\n    operators\n    addresses\n    days {\n      first\n      last\n    }\n  }\n}"): typeof import('./graphql').ReportCampaignsDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
