/** A unit that people give lengths of time in. */
export type Unit = 'seconds' | 'minutes' | 'hours' | 'days'

const sizes: Record<Unit, number> = { days: 86_400, hours: 3600, minutes: 60, seconds: 1 }

/** The units, the longest first. */
export const units = Object.keys(sizes) as Unit[]

/** A length of time in the longest unit of which it is a whole number; none at all is in minutes. */
export function split(seconds: number): { amount: number; unit: Unit } {
  const unit = seconds === 0 ? 'minutes' : (units.find((unit) => seconds % sizes[unit] === 0) ?? 'seconds')
  return { amount: seconds / sizes[unit], unit }
}

/** In seconds. */
export const secondsOf = (amount: number, unit: Unit) => Math.round(amount * sizes[unit])
