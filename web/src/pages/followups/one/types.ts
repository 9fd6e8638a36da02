import type { FollowUpQuery } from './gql/graphql.ts'

/** What the page shows. */
export type FollowUpView = NonNullable<FollowUpQuery['followUpByNumber']>
export type DecisionView = NonNullable<FollowUpView['decision']>
export type DeliveryView = FollowUpView['receipt'][number]
export type MessageView = FollowUpView['chat']['transcript'][number]
