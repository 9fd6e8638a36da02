import { Refusal, Unreachable } from '../api/client.ts'
import { type Key, messages, type Translate } from './words.ts'

const known = (key: string): key is Key => Object.hasOwn(messages.english, key)

/** A failure in the window's language: by its rule, by what sort it is, or else in the server's own words. */
export function inWords(problem: Error, t: Translate): string {
  if (problem instanceof Refusal) {
    const keys = [`rule.${problem.rule}`, `problem.${problem.code}`]
    const key = keys.find(known)
    return key ? t(key) : problem.message
  }
  return problem instanceof Unreachable ? t('problem.unreachable') : t('problem.INTERNAL')
}

/** A rule in the window's language, or else in the server's words. */
export function ruleInWords({ rule, message }: { rule: string; message: string }, t: Translate): string {
  const key = `rule.${rule}`
  return known(key) ? t(key) : message
}
