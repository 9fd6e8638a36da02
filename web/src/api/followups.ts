import { type Search, textOf, textsOf } from './search.ts'

/** The states of a follow-up, in the order of its life. */
export const followUpStates = [
  'AWAITING_TRANSCRIPT',
  'AWAITING_CODE',
  'AWAITING_OK',
  'HOLDING',
  'NOT_FORWARDED',
  'HELD',
  'UNCERTAIN',
  'FAILED',
  'QUEUED',
  'SENT',
  'DELIVERED',
] as const

export type FollowUpState = (typeof followUpStates)[number]

type Given<Value> = Value | null | undefined

/** Which follow-ups are meant: what FollowUpFilter takes, and what the RowFilter of a report or of the ledger gives. */
export interface FollowUpsMeant {
  search?: Given<string>
  states?: Given<readonly FollowUpState[]>
  reasons?: Given<readonly string[]>
  campaigns?: Given<readonly string[]>
  codes?: Given<readonly string[]>
  goals?: Given<readonly string[]>
  coded?: Given<boolean>
  converted?: Given<boolean>
  operators?: Given<readonly string[]>
  submittedBy?: Given<readonly string[]>
  addresses?: Given<readonly string[]>
  urgent?: Given<boolean>
  late?: Given<boolean>
  days?: Given<{ first: string; last: string }>
  received?: Given<TimeRange>
  closed?: Given<TimeRange>
}

interface TimeRange {
  from?: Given<string>
  to?: Given<string>
}

/** The same in the address of the inbox: ?state=failed&campaign=…&from=2026-07-01&to=2026-07-31. */
export interface FollowUpsSearch {
  q?: string
  /** In lower case, as people read them in an address. */
  state?: string[]
  /** An empty reason, which is one too, is written ~; the same holds for an operator without a name. */
  reason?: string[]
  campaign?: string[]
  code?: string[]
  goal?: string[]
  /** yes or no, as those below. */
  coded?: string
  converted?: string
  urgent?: string
  late?: string
  operator?: string[]
  by?: string[]
  address?: string[]
  /** The first day of the ledger, and the last one. Where one is missing, it is as far away as may be. */
  from?: string
  to?: string
  receivedFrom?: string
  receivedTo?: string
  closedFrom?: string
  closedTo?: string
}

/** Reads the part of an address that says which follow-ups are meant. */
export function followUpsSearch(search: Search): FollowUpsSearch {
  const lists = ['state', 'reason', 'campaign', 'code', 'goal', 'operator', 'by', 'address'] as const
  const texts = ['q', 'from', 'to', 'receivedFrom', 'receivedTo', 'closedFrom', 'closedTo'] as const
  const marks = ['coded', 'converted', 'urgent', 'late'] as const
  return {
    ...Object.fromEntries(lists.map((name) => [name, textsOf(search[name])])),
    ...Object.fromEntries(texts.map((name) => [name, textOf(search[name])])),
    ...Object.fromEntries(marks.map((name) => [name, saidOf(markOf(search[name]))])),
  }
}

/** The address of the inbox that lists these follow-ups: for `<Link to="/follow-ups" search={linkTo(row.filter)}>`. */
export function linkTo(meant: FollowUpsMeant): FollowUpsSearch {
  const { search, states, reasons, campaigns, codes, goals, operators, submittedBy, addresses, days, received, closed } = meant
  return {
    q: search ?? '',
    state: (states ?? []).map((state) => state.toLowerCase()),
    reason: (reasons ?? []).map(written),
    campaign: [...(campaigns ?? [])],
    code: [...(codes ?? [])],
    goal: [...(goals ?? [])],
    coded: saidOf(meant.coded),
    converted: saidOf(meant.converted),
    urgent: saidOf(meant.urgent),
    late: saidOf(meant.late),
    operator: (operators ?? []).map(written),
    by: [...(submittedBy ?? [])],
    address: [...(addresses ?? [])],
    from: days?.first ?? '',
    to: days?.last ?? '',
    receivedFrom: received?.from ?? '',
    receivedTo: received?.to ?? '',
    closedFrom: closed?.from ?? '',
    closedTo: closed?.to ?? '',
  }
}

/** The filter that such an address means. What is no state or day in it limits nothing: addresses are typed, and cut off. */
export function filterOf(search: FollowUpsSearch) {
  const states = (search.state ?? []).map((name) => name.toUpperCase())
  return {
    search: search.q ?? '',
    states: followUpStates.filter((state) => states.includes(state)),
    reasons: (search.reason ?? []).map(read),
    campaigns: search.campaign ?? [],
    codes: search.code ?? [],
    goals: search.goal ?? [],
    coded: markOf(search.coded),
    converted: markOf(search.converted),
    urgent: markOf(search.urgent),
    late: markOf(search.late),
    operators: (search.operator ?? []).map(read),
    submittedBy: search.by ?? [],
    addresses: search.address ?? [],
    days: daysOf(search.from ?? '', search.to ?? ''),
    received: rangeOf(search.receivedFrom, search.receivedTo),
    closed: rangeOf(search.closedFrom, search.closedTo),
  } satisfies FollowUpsMeant
}

// An empty text would vanish from an address. A tilde stands for it; texts that begin with one get another.
const written = (text: string) => (text === '' || text.startsWith('~') ? `~${text}` : text)
const read = (text: string) => (text.startsWith('~') ? text.slice(1) : text)

const saidOf = (mark: Given<boolean>) => (mark == null ? '' : mark ? 'yes' : 'no')
const markOf = (said: unknown) => (said === 'yes' ? true : said === 'no' ? false : null)

// The most days that the ledger is asked for at once are this many days apart.
const mostDays = 400

function daysOf(from: string, to: string) {
  const first = isDay(from) ? from : isDay(to) ? dayAfter(to, -mostDays) : ''
  const last = isDay(to) ? to : isDay(from) ? dayAfter(from, mostDays) : ''
  return first && last ? { first, last } : null
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

/** The day that is so many days after another one; before it, for a negative number. */
export function dayAfter(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}

function rangeOf(from = '', to = '') {
  const moment = (text: string) => (Number.isNaN(Date.parse(text)) ? null : text)
  const range = { from: moment(from), to: moment(to) }
  return range.from || range.to ? range : null
}
