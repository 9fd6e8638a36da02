import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'

/** What a key does. Two keys in a row are written with a space: "g f". */
export interface KeyUse {
  keys: string
  /** What it does, in the reader's language. */
  label: string
  /** Left out where the browser itself does it, as Enter opens a link: then the key is only on the sheet. */
  run?: () => void
}

interface KeyBoard {
  /** All that can be pressed now. */
  uses: readonly KeyUse[]
  on: boolean
  switchOn(on: boolean): void
  add(uses: readonly KeyUse[]): () => void
}

const none: KeyBoard = { uses: [], on: true, switchOn: () => {}, add: () => () => {} }
const KeyContext = createContext<KeyBoard>(none)

export const useKeyBoard = () => useContext(KeyContext)

const shelf = 'postchat:keys'

/** Lets single keys do things: never while somebody types or a dialog is open, never with Ctrl, Alt or Meta; and only if one wants. */
export function KeyProvider({ children }: { children: ReactNode }) {
  const [sets, setSets] = useState<readonly (readonly KeyUse[])[]>([])
  const [on, setOn] = useState(() => localStorage.getItem(shelf) !== 'off')
  const uses = useMemo(() => sets.flat(), [sets])
  const add = useCallback((added: readonly KeyUse[]) => {
    setSets((sets) => [...sets, added])
    return () => setSets((sets) => sets.filter((set) => set !== added))
  }, [])
  const switchOn = useCallback((on: boolean) => {
    localStorage.setItem(shelf, on ? 'on' : 'off')
    setOn(on)
  }, [])
  useEffect(() => (on ? listen(uses) : undefined), [uses, on])
  return <KeyContext value={useMemo(() => ({ uses, on, switchOn, add }), [uses, on, switchOn, add])}>{children}</KeyContext>
}

/** Lets keys do things while what calls this is on the page. */
export function useKeys(uses: readonly KeyUse[]) {
  const { add } = useKeyBoard()
  const latest = useRef(uses)
  latest.current = uses
  const names = uses.map(({ keys, label }) => `${keys} ${label}`).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names say when there are others; what they do is the latest
  useEffect(() => add(latest.current.map((use, at) => (use.run ? { ...use, run: () => latest.current[at]?.run?.() } : use))), [add, names])
}

// The second of two keys comes within this time, in milliseconds.
const patience = 1500

function listen(uses: readonly KeyUse[]): () => void {
  let first = ''
  let since = 0
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isBusy(event.target)) return
    const both = performance.now() - since < patience ? `${first} ${event.key}` : ''
    const use = uses.findLast(({ keys }) => keys === both) ?? uses.findLast(({ keys }) => keys === event.key)
    first = use ? '' : event.key
    since = performance.now()
    if (!use?.run) return
    event.preventDefault()
    use.run()
  }
  addEventListener('keydown', press)
  return () => removeEventListener('keydown', press)
}

/** Whether a key belongs to something else: to what is written in, chosen from, or open above the page. */
function isBusy(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null
  return document.querySelector('dialog[open]') !== null || element?.closest?.('input, select, textarea, [contenteditable]') != null
}
