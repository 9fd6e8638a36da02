import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const dist = join(import.meta.dirname, '../../dist')
const read = (name: string) => readFileSync(join(dist, name), 'utf8')
const named = /[\w-]+\.js\b/g
const loaded = /(?:from|import)\s*["'`]\.\/([\w-]+\.js)["'`]/g

/** The scripts that a text names, and those that these name in turn, by a pattern. */
function scriptsOf(text: string, pattern: RegExp, found = new Set<string>()): string[] {
  for (const match of text.matchAll(pattern)) {
    const name = match[1] ?? match[0]
    if (found.has(name) || !existsSync(join(dist, 'assets', name))) continue
    found.add(name)
    scriptsOf(read(`assets/${name}`), pattern, found)
  }
  return [...found]
}

/** The one script of the build whose name begins so. */
function script(part: string, page: string): string {
  const found = scriptsOf(read(page), named).filter((name) => name.startsWith(`${part}-`))
  expect(found, part).toHaveLength(1)
  return found[0] as string
}

/** The scripts with the words of a language that a script loads when they are wanted. */
const wordsIn = (text: string, language: string) =>
  [...text.matchAll(/import\(["'`]\.\/([\w-]+\.js)["'`]\)/g)].map(([, name = '']) => name).filter((name) => name.startsWith(`${language}-`))

/** In bytes, compressed. */
const sizeOf = (scripts: Iterable<string>) =>
  [...scripts].reduce((sum, name) => sum + gzipSync(read(`assets/${name}`), { level: 9 }).length, 0)

describe("the operator's window", () => {
  it('can load no more JavaScript than its budget, with every language and every host', () => {
    const scripts = scriptsOf(read('panel.html'), named)
    for (const part of ['panel-', 'chatwoot-', 'generic-', 'nl-', 'de-'])
      expect(
        scripts.some((name) => name.startsWith(part)),
        part,
      ).toBe(true)
    expect(sizeOf(scripts)).toBeLessThanOrEqual(100_000)
  })
})

describe('the inbox', () => {
  it('loads no more JavaScript than its budget before it is shown', () => {
    const first = [...read('app.html').matchAll(named)].map(([name]) => name)
    const inbox = script('Inbox', 'app.html')
    const scripts = new Set([...first, inbox])
    for (const name of [...scripts]) for (const more of scriptsOf(read(`assets/${name}`), loaded)) scripts.add(more)
    // Beside English, the largest of the other languages: of the shell, the page and the parts.
    const languages = ['de', 'nl'].map((language) => [...scripts].flatMap((name) => wordsIn(read(`assets/${name}`), language)))
    for (const words of languages) expect(words.length).toBeGreaterThan(2)
    expect(sizeOf(scripts) + Math.max(...languages.map(sizeOf))).toBeLessThanOrEqual(130_000)
  })
})

it.each(['app.html', 'panel.html', 'signin.html', 'try.html'])('%s has nothing that its policy refuses', (page) => {
  expect(read(page)).not.toMatch(/<style|style=|<script(?![^>]*src=)/)
})
