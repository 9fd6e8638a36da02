import { type ComponentProps, useId } from 'react'

/** A time zone, typed by its IANA name; the browser offers those that it knows. */
export function ZoneInput(props: ComponentProps<'input'>) {
  const zones = useId()
  return (
    <>
      <input className="input" type="text" autoComplete="off" spellCheck={false} {...props} list={zones} />
      <datalist id={zones}>
        {allZones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  )
}

const allZones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

/** The zone of whoever looks at the page. */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
