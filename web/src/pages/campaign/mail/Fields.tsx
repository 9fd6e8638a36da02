import { useRef, useState } from 'react'
import { flushSync } from '../../../ui/mount.tsx'
import type { Edited } from './Control.tsx'
import { isTemplate, type Placeholder, placed, type Setting } from './draft.ts'
import { OneSetting, type SettingsProps } from './OneSetting.tsx'
import { Placeholders } from './Placeholders.tsx'

/** All settings, and what can be placed in them. */
export function Fields(props: SettingsProps) {
  const { values, may, onChange } = props
  // Where the caret is, or was last.
  const [target, setTarget] = useState<Setting>('subject')
  const elements = useRef<Partial<Record<Setting, Edited | null>>>({})
  const place = (name: Placeholder) => {
    const element = elements.current[target]
    if (!element) return
    const text = values[target] ?? ''
    const next = placed(text, element.selectionStart ?? text.length, element.selectionEnd ?? text.length, name)
    flushSync(() => onChange({ [target]: next.text }))
    element.focus()
    element.setSelectionRange(next.caret, next.caret)
  }
  const one = (setting: Setting) => (
    <OneSetting
      key={setting}
      setting={setting}
      {...props}
      onFocus={() => isTemplate(setting) && setTarget(setting)}
      keep={(element) => {
        elements.current[setting] = element
      }}
    />
  )
  return (
    <>
      {(['subject', 'intro', 'footer'] as const).map(one)}
      {may && values[target] !== null && <Placeholders target={target} onPlace={place} />}
      {(['senderName', 'replyTo', 'language', 'timeZone'] as const).map(one)}
    </>
  )
}
