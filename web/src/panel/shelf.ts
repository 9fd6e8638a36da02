import type { Draft } from './draft.ts'

/** What was written and has not reached the server, and what the server had when it was written. */
export interface Unsaved {
  base: Draft
  draft: Draft
}

/** Where that outlives a reload, for one target. */
export interface Shelf {
  read(): Unsaved | undefined
  write(unsaved: Unsaved): void
  clear(): void
}

/** A shelf that lasts as long as the browser's tab. Where the browser has none, nothing is kept. */
export function tabShelf(name: string): Shelf {
  const key = `postchat:unsaved:${name}`
  const attempt = <Result>(action: () => Result): Result | undefined => {
    try {
      return action()
    } catch {
      return undefined
    }
  }
  return {
    read: () => attempt(() => JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined),
    write: (unsaved) => attempt(() => sessionStorage.setItem(key, JSON.stringify(unsaved))),
    clear: () => attempt(() => sessionStorage.removeItem(key)),
  }
}
