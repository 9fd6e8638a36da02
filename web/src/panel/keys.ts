import { useEffect, useRef, useState } from 'react'

/** What keys do, by key; `ok` is Ctrl+Enter. */
export type Keys = Record<string, () => void>

const typed = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]'

/** What a press of a key is to do, or undefined. Nobody who types a text, or holds another key for the browser, means a hot-key. */
export function actionOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>, keys: Keys, on: boolean) {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey) return keys.ok
  const inText = event.target instanceof Element && event.target.closest(typed) !== null
  if (!on || inText || event.ctrlKey || event.metaKey || event.altKey) return undefined
  return Object.hasOwn(keys, event.key.toLowerCase()) ? keys[event.key.toLowerCase()] : undefined
}

/** Listens for keys in the whole window. */
export function useKeys(keys: Keys, on: boolean) {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.repeat || event.isComposing) return
      const action = actionOf(event, latest.current, on)
      if (!action) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
}

const store = 'postchat:hot-keys'

/** Whether hot-keys are wanted in this browser. */
export function useHotKeys(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => {
    try {
      return localStorage.getItem(store) !== 'off'
    } catch {
      return true
    }
  })
  return [
    on,
    (on) => {
      setOn(on)
      try {
        localStorage.setItem(store, on ? 'on' : 'off')
      } catch {
        // the wish lasts as long as the page
      }
    },
  ]
}
