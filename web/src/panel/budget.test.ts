import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'

const dist = join(import.meta.dirname, '../../dist')
const budget = 100_000 // bytes, compressed, of all JavaScript that the window can load: every language and every host
const read = (name: string) => readFileSync(join(dist, name), 'utf8')

/** The scripts that a page loads, and those that these can load. */
function scriptsOf(page: string): string[] {
  const found = new Set<string>()
  const look = (text: string) => {
    for (const [name] of text.matchAll(/[\w-]+\.js\b/g)) {
      if (found.has(name) || !existsSync(join(dist, 'assets', name))) continue
      found.add(name)
      look(read(`assets/${name}`))
    }
  }
  look(read(page))
  return [...found]
}

it('loads no more JavaScript than its budget', () => {
  const scripts = scriptsOf('panel.html')
  for (const part of ['panel-', 'chatwoot-', 'generic-', 'nl-', 'de-'])
    expect(
      scripts.some((name) => name.startsWith(part)),
      part,
    ).toBe(true)
  const size = scripts.reduce((sum, name) => sum + gzipSync(read(`assets/${name}`), { level: 9 }).length, 0)
  expect(size).toBeLessThanOrEqual(budget)
})

it('has nothing that its policy refuses', () => {
  expect(read('panel.html')).not.toMatch(/<style|style=|<script(?![^>]*src=)/)
})
