import type { Control as ControlProps } from '../../../ui/Field.tsx'
import { ZoneInput } from '../../../ui/ZoneInput.tsx'
import type { Setting } from './draft.ts'
import { mailLanguages, useLanguageNames } from './shown.ts'

/** What a caret can be in. */
export type Edited = HTMLInputElement | HTMLTextAreaElement

interface EditProps extends ControlProps {
  setting: Setting
  value: string
  /** What counts where it is empty. */
  usual: string
  onChange(text: string): void
  onFocus(): void
  keep(element: Edited | null): void
}

/** What a setting is written in, or chosen from. */
export function Control({ setting, usual, onChange, keep, ...rest }: EditProps) {
  const control = { ...rest, className: 'input', onChange: (event: { target: { value: string } }) => onChange(event.target.value) }
  switch (setting) {
    case 'intro':
    case 'footer':
      return <textarea ref={keep} rows={3} dir="auto" placeholder={usual} {...control} />
    case 'language':
      return (
        <select {...control}>
          <Languages />
        </select>
      )
    case 'timeZone':
      return <ZoneInput {...control} placeholder={usual} />
    case 'replyTo':
      return <input ref={keep} type="text" inputMode="email" autoComplete="off" spellCheck={false} placeholder={usual} {...control} />
    default:
      return <input ref={keep} type="text" dir="auto" autoComplete="off" placeholder={usual} {...control} />
  }
}

function Languages() {
  const nameOf = useLanguageNames()
  return mailLanguages.map((language) => (
    <option key={language} value={language}>
      {nameOf(language)}
    </option>
  ))
}
