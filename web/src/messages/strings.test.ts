import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseAst } from 'vite'
import { expect, it } from 'vitest'

const source = join(import.meta.dirname, '..')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/gql|\.test\./.test(file),
)

interface Node {
  type: string
  [part: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value
const shown = ['aria-label', 'title', 'placeholder', 'alt', 'label', 'aria-description']
const isWord = (text: unknown) => typeof text === 'string' && /\p{L}{2}/u.test(text)

/** The texts in a piece of code that people would read. Names on keys are what they are. */
function textsIn(node: Node): string[] {
  if (node.type === 'JSXText' && isWord(node.value)) return [String(node.value)]
  if (node.type === 'JSXAttribute') {
    const { name, value } = node as unknown as { name: { name: string }; value: Node | null }
    if (shown.includes(name.name) && isWord(value?.value)) return [String(value?.value)]
  }
  if (node.type === 'JSXElement' && isKey(node)) return []
  return Object.values(node)
    .flat()
    .filter(isNode)
    .flatMap((child) => textsIn(child))
}

/** Whether an element shows what stands on a key. */
function isKey(element: Node): boolean {
  const { name, attributes } = element.openingElement as { name: { name?: string }; attributes: { value?: { value?: unknown } }[] }
  return name.name === 'kbd' || attributes.some(({ value }) => value?.value === 'key')
}

const parse = (code: string) => parseAst(code, { lang: 'tsx' }) as unknown as Node

it.each(files.filter((file) => file.endsWith('.tsx')))('%s has no text of its own', (file) => {
  expect(textsIn(parse(readFileSync(join(source, file), 'utf8')))).toEqual([])
})

it('would find one', () => {
  expect(textsIn(parse('const a = <p title="Close">Send <kbd>Ctrl</kbd> {t("x")} · <b>now</b></p>'))).toEqual(['Close', 'Send ', 'now'])
})

const messageFiles = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('en.json'))

it.each(messageFiles)('%s has no message that nobody shows', (file) => {
  // Messages are a page's own, in its folder words; those in the folder messages are everybody's.
  const owner = file.endsWith('words/en.json') ? dirname(dirname(file)) : ''
  const own = files.filter((file) => file.startsWith(owner))
  const code = own.map((file) => readFileSync(join(source, file), 'utf8')).join('\n')
  // Some are named by what the API says, such as state.QUEUED.
  const made = [...code.matchAll(/`(\w+(?:\.\w+)*\.)\$\{/g)].map((match) => match[1] ?? '')
  const keys = Object.keys(JSON.parse(readFileSync(join(source, file), 'utf8')))
  expect(keys.filter((key) => !code.includes(`'${key}'`) && !made.some((start) => key.startsWith(start)))).toEqual([])
})
