import type { BrowserContext, Page } from '@playwright/test'

interface Record {
  /** What a person did: each press of a button of the mouse, and of a key with those held down with it. */
  actions: string[]
  /** What was posted to this window, by whoever. */
  heard: { origin: string; data: unknown }[]
}

declare global {
  interface Window {
    stageRecord: Record
    stageClick: () => void
  }
}

/** How often somebody has pressed a button of the mouse, by browser. */
const clicks = new WeakMap<BrowserContext, number>()

/** Records in every frame of a browser what a person does there and what is posted to it. */
export async function record(context: BrowserContext): Promise<void> {
  await context.exposeBinding('stageClick', () => clicks.set(context, clicksIn(context) + 1))
  await context.addInitScript(() => {
    const record: Record = { actions: [], heard: [] }
    window.stageRecord = record
    const modifiers = ['Control', 'Shift', 'Alt', 'Meta']
    window.addEventListener(
      'pointerdown',
      (event) => {
        if (!event.isTrusted) return
        record.actions.push('click')
        window.stageClick()
      },
      true,
    )
    window.addEventListener(
      'keydown',
      (event) => {
        if (!event.isTrusted || modifiers.includes(event.key)) return
        const held = modifiers.filter((key) => event.getModifierState(key))
        record.actions.push([...held, event.key].join('+'))
      },
      true,
    )
    window.addEventListener('message', (event) => record.heard.push({ origin: event.origin, data: event.data }), true)
  })
}

/** What the person at a page has done since it was opened, or since this was asked last, in all frames. */
export async function actionsAt(page: Page): Promise<string[]> {
  const done = await Promise.all(page.frames().map((frame) => frame.evaluate(() => window.stageRecord.actions.splice(0))))
  return done.flat()
}

/** How often a button of the mouse was pressed in a browser, on all its pages and over all that was opened in them. */
export const clicksIn = (context: BrowserContext): number => clicks.get(context) ?? 0

/** What was posted to the page's frames. */
export async function heardAt(page: Page): Promise<Record['heard']> {
  const heard = await Promise.all(page.frames().map((frame) => frame.evaluate(() => window.stageRecord.heard)))
  return heard.flat()
}
