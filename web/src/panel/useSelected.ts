import { useEffect, useRef, useState } from 'react'
import type { Stretch } from '../ui/covers.ts'
import { lengthOf } from './marks.ts'

/** The stretch of one message that is selected in a list of messages, as with a mouse; null where it is none, or of more than one. */
export function useSelected() {
  const list = useRef<HTMLOListElement>(null)
  const [selected, setSelected] = useState<Stretch | null>(null)
  useEffect(() => {
    const change = () => setSelected(stretchIn(document.getSelection(), list.current))
    document.addEventListener('selectionchange', change)
    return () => document.removeEventListener('selectionchange', change)
  }, [])
  return { selected, list }
}

function stretchIn(selection: Selection | null, list: HTMLElement | null): Stretch | null {
  if (!selection || selection.isCollapsed || selection.rangeCount !== 1) return null
  const range = selection.getRangeAt(0)
  const at = range.commonAncestorContainer
  const text = (at instanceof Element ? at : at.parentElement)?.closest<HTMLElement>('[data-message]')
  if (!text?.dataset.message || !list?.contains(text)) return null
  const before = document.createRange()
  before.selectNodeContents(text)
  before.setEnd(range.startContainer, range.startOffset)
  const start = lengthOf(before.toString())
  return { message: text.dataset.message, start, end: start + lengthOf(range.toString()) }
}
