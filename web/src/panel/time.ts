/** A moment as people of a language write it: the time, and the day where it is not today. */
export function clock(at: string, language: string, now = new Date()): string {
  const moment = new Date(at)
  const today = moment.toDateString() === now.toDateString()
  return new Intl.DateTimeFormat(language, today ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' }).format(moment)
}

/** Seconds as people read a length of time: 9:05, or 1:09:05 from an hour on. */
export function stretchOf(seconds: number): string {
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'))
  const hours = Math.floor(seconds / 3600)
  return hours > 0 ? [hours, ...parts].join(':') : parts.join(':').replace(/^0/, '')
}
