import type { EventsSearch } from './search.ts'

/** What can become of an event that is kept, what a person must see to first. */
export const outcomes = ['NEEDS_ATTENTION', 'RECORDED', 'REVISED', 'REOPENED', 'DUPLICATE', 'TEST', 'IGNORED'] as const

/** The outcome that an address means; null for all. */
export const outcomeOf = ({ outcome = '' }: EventsSearch) => outcomes.find((one) => one === outcome.toUpperCase()) ?? null
