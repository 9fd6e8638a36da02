import type { TallyFragment } from './gql/graphql.ts'
import type { Numbers } from './numbers.ts'
import type { Sort } from './search.ts'

/** A column of a report, by the message that is its name. */
export interface Column {
  name:
    | 'conversion'
    | 'uncoded'
    | 'sent'
    | 'delivered'
    | 'failed'
    | 'rescued'
    | 'notForwarded'
    | 'open'
    | 'median'
    | 'p90.name'
    | 'mails'
    | 'mails.accepted'
    | 'mails.delivered'
    | 'mails.refused'
    | 'mails.median'
  value(row: TallyFragment): string
}

/** All columns beside the number of chats. By address there is more on the mails. */
export function columnsFor(by: Sort, { count, share, span }: Numbers): Column[] {
  const chats: Column[] = [
    { name: 'conversion', value: ({ conversion }) => share(conversion) },
    { name: 'uncoded', value: ({ uncoded }) => count(uncoded) },
    { name: 'sent', value: ({ sent }) => count(sent) },
    { name: 'delivered', value: ({ delivered }) => count(delivered) },
    { name: 'failed', value: ({ failed }) => count(failed) },
    { name: 'rescued', value: ({ rescued }) => count(rescued) },
    { name: 'notForwarded', value: ({ notForwarded }) => count(notForwarded) },
    { name: 'open', value: ({ open }) => count(open) },
    { name: 'median', value: ({ timeToDelivery }) => span(timeToDelivery.median) },
    { name: 'p90.name', value: ({ timeToDelivery }) => span(timeToDelivery.p90) },
  ]
  if (by !== 'address') return chats
  const of = (mails: TallyFragment['mails'], value: 'mails' | 'accepted' | 'delivered' | 'refused') => count(mails?.[value] ?? 0)
  return [
    { name: 'mails', value: ({ mails }) => of(mails, 'mails') },
    { name: 'mails.accepted', value: ({ mails }) => of(mails, 'accepted') },
    { name: 'mails.delivered', value: ({ mails }) => of(mails, 'delivered') },
    { name: 'mails.refused', value: ({ mails }) => of(mails, 'refused') },
    { name: 'mails.median', value: ({ mails }) => span(mails?.timeToAcceptance.median) },
    ...chats,
  ]
}
