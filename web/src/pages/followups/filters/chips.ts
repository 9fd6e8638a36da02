import type { FollowUpState } from '../../../api/followups.ts'
import type { ChoicesQuery } from '../gql/graphql.ts'
import type { InboxSearch } from '../search.ts'
import type { Translate } from './words.ts'

export type Campaigns = ChoicesQuery['campaigns']

/** A part of what limits the inbox, in words, and the address without it. */
export interface Chip {
  text: string
  without: Partial<InboxSearch>
}

type Lists = 'reason' | 'campaign' | 'code' | 'goal' | 'operator' | 'by' | 'address'
type Texts = 'coded' | 'converted' | 'urgent' | 'late' | 'from' | 'to' | 'receivedFrom' | 'receivedTo' | 'closedFrom' | 'closedTo'

/** What limits the inbox, beside its state and what is searched for. */
export function chipsOf(search: InboxSearch, campaigns: Campaigns, t: Translate, time: (at: string) => string): Chip[] {
  const list = (name: Lists, text: (value: string) => string): Chip[] =>
    (search[name] ?? []).map((value) => ({ text: text(value), without: { [name]: search[name]?.filter((other) => other !== value) } }))
  const one = (name: Texts, text: (value: string) => string): Chip[] => {
    const value = search[name]
    return value ? [{ text: text(value), without: { [name]: '' } }] : []
  }
  const nameOf = (id: string, all: readonly { id: string; name: string }[]) => all.find((each) => each.id === id)?.name ?? id
  const codes = campaigns.flatMap(({ successCodes }) => successCodes.map(({ id, label }) => ({ id, name: label })))
  const goals = campaigns.flatMap(({ goals }) => goals)
  const mark = (name: 'coded' | 'converted' | 'urgent' | 'late') =>
    one(name, (said) => t(said === 'yes' ? `set.${name}` : `set.not.${name}`))
  const empty = (value: string, other: 'set.reason' | 'set.operator', none: 'set.noReason' | 'set.noOperator') =>
    value === '~' ? t(none) : t(other, { name: value.replace(/^~/, '') })
  return [
    ...severalStates(search, t),
    ...list('campaign', (id) => t('set.campaign', { name: nameOf(id, campaigns) })),
    ...list('goal', (id) => t('set.goal', { name: nameOf(id, goals) })),
    ...list('code', (id) => t('set.code', { name: nameOf(id, codes) })),
    ...mark('coded'),
    ...mark('converted'),
    ...list('operator', (name) => empty(name, 'set.operator', 'set.noOperator')),
    ...list('by', (name) => t('set.by', { name })),
    ...list('address', (name) => t('set.address', { name })),
    ...list('reason', (name) => empty(name, 'set.reason', 'set.noReason')),
    ...mark('urgent'),
    ...mark('late'),
    ...one('from', (day) => t('set.from', { day })),
    ...one('to', (day) => t('set.to', { day })),
    ...one('receivedFrom', (at) => t('set.receivedFrom', { time: time(at) })),
    ...one('receivedTo', (at) => t('set.receivedTo', { time: time(at) })),
    ...one('closedFrom', (at) => t('set.closedFrom', { time: time(at) })),
    ...one('closedTo', (at) => t('set.closedTo', { time: time(at) })),
  ]
}

/** Several states, as a report means them; one has a tab. */
function severalStates({ state = [] }: InboxSearch, t: Translate): Chip[] {
  if (state.length < 2) return []
  return state.map((name) => ({
    text: t(`state.${name.toUpperCase() as FollowUpState}`),
    without: { state: state.filter((other) => other !== name) },
  }))
}

/** The address with nothing that limits it but the state and what is searched for. */
export const unlimited: Partial<InboxSearch> = {
  reason: [],
  campaign: [],
  goal: [],
  code: [],
  coded: '',
  converted: '',
  operator: [],
  by: [],
  address: [],
  urgent: '',
  late: '',
  from: '',
  to: '',
  receivedFrom: '',
  receivedTo: '',
  closedFrom: '',
  closedTo: '',
}
