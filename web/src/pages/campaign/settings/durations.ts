/** A unit that people give lengths of time in. */
export type Unit = 'seconds' | 'minutes' | 'hours' | 'days'

const sizes: Record<Unit, number> = { days: 86_400, hours: 3600, minutes: 60, seconds: 1 }

/** The units, the longest first. */
export const units = Object.keys(sizes) as Unit[]

/** A length of time in the unit that was chosen, where that is a whole number; else in the longest in which it is. None is in minutes. */
export function split(seconds: number, chosen?: Unit): { amount: number; unit: Unit } {
  const fits = (unit: Unit | undefined) => unit !== undefined && !(seconds % sizes[unit] > 0)
  const unit = fits(chosen) ? chosen : seconds === 0 ? 'minutes' : units.find(fits)
  return { amount: seconds / sizes[unit ?? 'seconds'], unit: unit ?? 'seconds' }
}

/** In seconds. */
export const secondsOf = (amount: number, unit: Unit) => amount * sizes[unit]
