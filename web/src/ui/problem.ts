import { Refusal, Unreachable } from '../api/client.ts'
import type { Translate } from '../messages/messages.ts'
import { messages } from './words.ts'

/** A failure in the reader's language: by what sort it is, or else in the server's own words, which are for people. */
export function inWords(problem: Error, t: Translate<keyof typeof messages.english>): string {
  if (problem instanceof Unreachable) return t('problem.unreachable')
  if (!(problem instanceof Refusal)) return t('problem.INTERNAL')
  const key = `problem.${problem.code}`
  return Object.hasOwn(messages.english, key) ? t(key as keyof typeof messages.english) : problem.message
}

/** What is wrong with one field of an input, as the server has it; empty where nothing is. */
export function wrongWith(problem: Error | null, field: string): string {
  if (!(problem instanceof Refusal)) return ''
  return problem.all
    .filter((one) => one.field === field)
    .map(({ message }) => message)
    .join(' ')
}

/** What is wrong that belongs to none of these fields, which are shown elsewhere. */
export function wrongElsewhere(problem: Error | null, fields: readonly string[]): Error | null {
  if (!(problem instanceof Refusal)) return problem
  return problem.all.find(({ field }) => !fields.includes(field)) ?? null
}
