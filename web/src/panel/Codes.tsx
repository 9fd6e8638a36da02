import type { CSSProperties } from 'react'
import type { PanelView } from './api.ts'
import type { Draft } from './draft.ts'
import { visible } from './marks.ts'
import { pick } from './pick.ts'
import { useWords } from './words.ts'

type Code = PanelView['campaign']['successCodes'][number]

interface Props {
  panel: PanelView
  codes: Code[]
  /** The hot-key of each code, by its label. */
  digits: Map<string, string>
  draft: Draft
  edit(parts: Partial<Draft>): void
}

/** The codes to pick from. Whether they suffice is what the server says. */
export function Codes({ panel, codes, digits, draft, edit }: Props) {
  const { t } = useWords()
  const { allowMultiple, requireCode } = panel.campaign.goalSettings
  const given = draft.codes ?? panel.vendorCodes
  const odd = panel.envelope.codes.filter(({ outcome }) => outcome === 'UNKNOWN' || outcome === 'RETIRED')
  return (
    <fieldset className="codes">
      <legend>
        {t(allowMultiple ? 'codes.title' : 'codes.titleOne')}
        <span className="muted small">
          {requireCode && ` · ${t('codes.required')}`}
          {allowMultiple && ` · ${t('codes.several')}`}
        </span>
      </legend>
      {codes.length === 0 && <p className="muted">{t('codes.none')}</p>}
      <div className={codes.some(({ hint }) => hint) ? 'code-grid hinted' : 'code-grid'}>
        {codes.map((code) => (
          <CodeBox
            key={code.id}
            code={code}
            digit={digits.get(code.label) ?? ''}
            several={allowMultiple}
            checked={given.includes(code.label)}
            onPick={() => edit({ codes: pick(code.label, given, allowMultiple) })}
          />
        ))}
      </div>
      {panel.vendorCodes.length > 0 && (
        <p className="small muted">
          {draft.codes === null ? (
            t('codes.vendor', { codes: panel.vendorCodes.map(visible).join(', ') })
          ) : (
            <button type="button" className="link" onClick={() => edit({ codes: null })}>
              {t('codes.useVendor', { codes: panel.vendorCodes.map(visible).join(', ') })}
            </button>
          )}
        </p>
      )}
      {odd.map(({ label, outcome }) => (
        <p key={label} className="small warning">
          {t(outcome === 'RETIRED' ? 'codes.retired' : 'codes.unknown', { code: visible(label) })}
        </p>
      ))}
    </fieldset>
  )
}

interface BoxProps {
  code: Code
  digit: string
  several: boolean
  checked: boolean
  onPick(): void
}

function CodeBox({ code, digit, several, checked, onPick }: BoxProps) {
  const hint = `hint-${code.id}`
  return (
    <label className="code" style={{ '--code': code.color || 'var(--line)' } as CSSProperties}>
      <input
        type={several ? 'checkbox' : 'radio'}
        name="code"
        checked={checked}
        onChange={onPick}
        // A radio button that is chosen can be given up by choosing it again, as a code can.
        onClick={several || !checked ? undefined : onPick}
        aria-labelledby={`label-${code.id}`}
        aria-describedby={code.hint ? hint : undefined}
        aria-keyshortcuts={digit || undefined}
      />
      <span className="code-label">
        <bdi id={`label-${code.id}`}>{code.label}</bdi>
        {code.hint && (
          <span className="code-hint" id={hint}>
            {code.hint}
          </span>
        )}
      </span>
      {digit && (
        <span className="key" aria-hidden="true">
          {digit}
        </span>
      )}
    </label>
  )
}
