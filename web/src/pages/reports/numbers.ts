import { useSpeech } from '../../messages/Words.tsx'

/** Writes numbers as people of the reader's language do. */
export interface Numbers {
  count(value: number): string
  /** A share, 0 to 1, as percents; a dash where there is none. */
  share(value: number | null | undefined): string
  /** With its sign. */
  change(value: number): string
  /** A change of a share, as percents with its sign. */
  changeOfShare(value: number): string
  /** A length of time in seconds; a dash where there is none. */
  span(seconds: number | null | undefined): string
}

export function useNumbers(): Numbers {
  return numbersFor(useSpeech().language)
}

/** The numbers of a language. */
export function numbersFor(language: string): Numbers {
  const format = (options: Intl.NumberFormatOptions) => (value: number) => new Intl.NumberFormat(language, options).format(value)
  const share = format({ style: 'percent', maximumFractionDigits: 1 })
  const signed = { signDisplay: 'exceptZero' } as const
  return {
    count: format({}),
    share: (value) => (value == null ? '–' : share(value)),
    change: format(signed),
    changeOfShare: format({ style: 'percent', maximumFractionDigits: 1, ...signed }),
    span: (seconds) =>
      seconds == null ? '–' : spanOf(seconds, (unit) => format({ style: 'unit', unit, unitDisplay: 'narrow', maximumFractionDigits: 0 })),
  }
}

const units = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
]

/** The largest unit that it has, and what is left in the next one. */
function spanOf(seconds: number, write: (unit: string) => (value: number) => string): string {
  const whole = Math.round(seconds)
  const at = Math.max(
    units.findIndex((unit) => whole >= unit.seconds),
    whole < 1 ? units.length - 1 : 0,
  )
  let left = whole
  return units
    .slice(at, at + 2)
    .map(({ unit, seconds }) => {
      const value = Math.floor(left / seconds)
      left -= value * seconds
      return value > 0 || whole < 1 ? write(unit)(value) : ''
    })
    .filter(Boolean)
    .join(' ')
}
