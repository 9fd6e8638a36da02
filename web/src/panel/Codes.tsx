import { Choice } from '../ui/Choice.tsx'
import { pick } from '../ui/pick.ts'
import { visible } from '../ui/visible.ts'
import type { PanelView } from './api.ts'
import type { Draft } from './draft.ts'
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
      <div className={codes.some(({ hint }) => hint) ? 'choices hinted' : 'choices'}>
        {codes.map(({ id, label, hint, color }) => (
          <Choice
            key={id}
            {...{ label, hint, color }}
            digit={digits.get(label) ?? ''}
            several={allowMultiple}
            name="code"
            checked={given.includes(label)}
            onPick={() => edit({ codes: pick(label, given, allowMultiple) })}
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
