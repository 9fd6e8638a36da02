import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

const web = new URL('../../../web/', import.meta.url)

/** The folders with messages, from web. */
const folders = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('/en.json') && !file.startsWith('node_modules/'))
  .map((file) => file.slice(0, -'/en.json'.length))

/** All messages of a language, each in all its forms. */
function messagesIn(language: string): Set<string> {
  const all = folders.map((folder) => JSON.parse(readFileSync(new URL(`${folder}/${language}.json`, web), 'utf8')) as object)
  return new Set(
    all.flatMap(Object.values).flatMap((message: string | object) => (typeof message === 'object' ? Object.values(message) : [message])),
  )
}

/** The English messages for which a language has other words, as patterns: where a message has a value, anything may stand. */
function englishOnly(language: string): RegExp[] {
  const own = messagesIn(language)
  return [...messagesIn('en')]
    .filter((message) => !own.has(message) && /[a-z]{3}/i.test(message.replaceAll(/\{\w+\}/g, '')))
    .map((message) => {
      const parts = message.split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      return new RegExp(`^${parts.join('.+')}$`)
    })
}

// Words that are in most English sentences, and in none of another language of ours: what the server says can be no message.
const english = /\b(the|and|with|this|that|you|your|which|from|has|have|been|nobody|there)\b/i

/**
 * What a page says in English, though it is in another language. What somebody wrote stands in an element of its own, or is among the
 * names, where there can be none.
 */
export async function englishOn(page: Page, language: string, names: readonly string[]): Promise<string[]> {
  const said = await page.evaluate(() => {
    const theirs = new Set([...document.querySelectorAll('bdi')].map((one) => one.textContent))
    const texts: string[] = []
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
      const around = node.parentElement
      if (around?.closest('bdi, [dir=auto], code, pre, kbd, textarea, script, style, [lang]:not(html)') === null)
        texts.push(node.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(element.getAttribute(name) ?? '')
    }
    return [...new Set([document.title.replace(/ · .*/, ''), ...texts.map((text) => text.trim())])].filter((text) => !theirs.has(text))
  })
  const messages = englishOnly(language)
  return said.filter((text) => !names.includes(text) && (english.test(text) || messages.some((message) => message.test(text))))
}
