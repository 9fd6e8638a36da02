import english from './en.json' with { type: 'json' }

/** The name of a message. */
export type Key = keyof typeof english

/** A message, or where it counts something, one for each way in which its language counts. */
export type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>

/** All messages of a language. */
export type Messages = Record<Key, Message>

/** What stands in for the {names} of a message. `count` chooses the plural. */
export type Values = Record<string, string | number>

/** Languages besides English. A file a language; it is loaded only where it is spoken. */
const others: Record<string, () => Promise<{ default: Messages }>> = {
  de: () => import('./de.json'),
  nl: () => import('./nl.json'),
}

/** Gives a message in the words of a language. */
export type Translate = (key: Key, values?: Values) => string

/** The words of one language. */
export interface Words {
  /** The language's tag, as people have it: en-GB writes times otherwise than en-US. */
  language: string
  t: Translate
}

/** Makes a language's messages ready to be asked for. */
export function wordsOf(language: string, messages: Messages): Words {
  const rules = new Intl.PluralRules(language)
  const t: Translate = (key, values = {}) => {
    const message = messages[key]
    const text = typeof message === 'string' ? message : (message[rules.select(Number(values.count))] ?? message.other ?? key)
    return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  }
  return { language, t }
}

/** English, which is always there. */
export const englishWords = wordsOf('en', english)

/** The first of the wanted languages that we speak, by its first part: nl for nl-BE. English where none is. */
export function speak(wanted: readonly string[]): string {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split('-')[0] ?? ''
    if (language === 'en' || Object.hasOwn(others, language)) return language
  }
  return 'en'
}

/** Loads the words for whoever wants these languages, the dearest first, and tells the page its language. */
export async function loadWords(wanted: readonly string[]): Promise<Words> {
  const language = speak(wanted)
  document.documentElement.lang = language
  const tag = wanted.find((tag) => tag.toLowerCase().split('-')[0] === language) ?? language
  return wordsOf(tag, language === 'en' ? english : ((await others[language]?.())?.default ?? english))
}
