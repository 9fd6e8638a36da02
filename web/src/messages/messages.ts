/** A message, or where it counts something, one for each way in which its language counts. */
export type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>

/** All messages of a folder in one language. */
export type Table<Key extends string> = Readonly<Record<Key, Message>>

/** The messages of a folder. English is always there; the other languages are loaded only where they are spoken. */
export interface Messages<Key extends string> {
  english: Table<Key>
  others: Record<string, () => Promise<{ default: Table<Key> }>>
}

/** What stands in for the {names} of a message. `count` chooses the plural. */
export type Values = Record<string, string | number>

/** Gives a message in the words of a language. */
export type Translate<Key extends string> = (key: Key, values?: Values) => string

/** The words of one language. */
export interface Words<Key extends string> {
  /** The language's tag, as people have it: en-GB writes times otherwise than en-US. */
  language: string
  t: Translate<Key>
}

/** The languages that we speak. Each folder with messages has a file for each. */
export const languages: readonly string[] = ['en', 'nl', 'de']

/** A folder's messages, and those of another one that they lean on. */
export function together<Own extends string, Other extends string>(own: Messages<Own>, other: Messages<Other>): Messages<Own | Other> {
  const load = (language: string) => async () => ({ default: { ...(await tableOf(other, language)), ...(await tableOf(own, language)) } })
  return {
    english: { ...other.english, ...own.english },
    others: Object.fromEntries(languages.slice(1).map((language) => [language, load(language)])),
  }
}

async function tableOf<Key extends string>({ english, others }: Messages<Key>, language: string): Promise<Table<Key>> {
  return (await others[language]?.())?.default ?? english
}

/** Makes a language's messages ready to be asked for. */
export function wordsOf<Key extends string>(language: string, table: Table<Key>): Words<Key> {
  const rules = new Intl.PluralRules(language)
  const t: Translate<Key> = (key, values = {}) => {
    const message = table[key]
    const text = typeof message === 'string' ? message : (message[rules.select(Number(values.count))] ?? message.other ?? key)
    return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  }
  return { language, t }
}

/** The first of the wanted languages that we speak, by its first part: nl for nl-BE. English where none is. */
export function speak(wanted: readonly string[]): string {
  return wanted.map(languageOf).find((language) => languages.includes(language)) ?? 'en'
}

const languageOf = (tag: string) => tag.toLowerCase().split('-')[0] ?? ''

/** The tag that is meant by people who want these languages, the dearest first: with the country that they named. */
export function tagOf(wanted: readonly string[]): string {
  const language = speak(wanted)
  return wanted.find((tag) => languageOf(tag) === language) ?? language
}

/** Loads the words of a tag's language. */
export async function loadWords<Key extends string>(messages: Messages<Key>, tag: string): Promise<Words<Key>> {
  return wordsOf(tag, await tableOf(messages, speak([tag])))
}
