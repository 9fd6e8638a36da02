import { useRef } from 'react'
import { Field } from '../../../ui/Field.tsx'
import { flushSync } from '../../../ui/mount.tsx'
import { Control, type Edited } from './Control.tsx'
import type { Campaign, Code, Draft, Setting, Stored } from './draft.ts'
import { useShown } from './shown.ts'
import { useWords } from './words.ts'

/** What all settings are told alike. */
export interface SettingsProps {
  campaign: Campaign
  /** The code whose mails it is about; those of all chats where there is none. */
  code?: Code | undefined
  values: Stored
  may: boolean
  onChange(value: Draft): void
  /** What is wrong with a setting; empty where nothing is. */
  wrong(setting: Setting): string
}

interface OneSettingProps extends SettingsProps {
  setting: Setting
  onFocus(): void
  keep(element: Edited | null): void
}

/** One setting. Where a code has none of its own, that of the campaign, and the way to have one. */
export function OneSetting({ setting, campaign, code, values, may, onChange, wrong, onFocus, keep }: OneSettingProps) {
  const { t } = useWords()
  const { usual, value: usually } = useShown(campaign)
  const box = useRef<HTMLDivElement>(null)
  const name = t(`setting.${setting}`)
  const value = values[setting]
  // The button that was pressed is gone after it; what stands there now has the focus.
  const turn = (to: string | null) => {
    flushSync(() => onChange({ [setting]: to }))
    box.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
  }
  const button = (label: string, to: string | null) => (
    <button type="button" className="link small" aria-label={`${label}: ${name}`} onClick={() => turn(to)}>
      {label}
    </button>
  )
  return (
    <div ref={box}>
      {value === null ? (
        <div className="field">
          <span className="label">{name}</span>
          <p className="muted same">{t('same', { value: usually(setting) })}</p>
          {may && button(t('differ'), campaign.mailSettings[setting])}
        </div>
      ) : (
        <Field label={name} hint={t(`hint.${setting}`)} problem={wrong(setting)}>
          {(control) => (
            <>
              <Control
                {...control}
                setting={setting}
                value={value}
                usual={usual(setting)}
                onFocus={onFocus}
                keep={keep}
                onChange={(text) => onChange({ [setting]: text })}
              />
              {code && may && button(t('asCampaign'), null)}
            </>
          )}
        </Field>
      )}
    </div>
  )
}
