import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useSpeech } from '../messages/Words.tsx'
import type { Line } from './chart.ts'
import './chart.css'

interface ChartProps {
  /** What it shows, for who does not see it. The same should be near it as a table. */
  label: string
  days: readonly string[]
  lines: readonly Line[]
}

/** Lines by day. What draws them is loaded when there is something to draw. */
export function Chart({ label, days, lines }: ChartProps) {
  const { language } = useSpeech()
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<number>()
  const theme = useSyncExternalStore(watchTheme, themeNow)
  const drawn = JSON.stringify([days, lines, language, theme])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text says when there is something else to draw
  useEffect(() => {
    let end: (() => void) | undefined
    let gone = false
    void import('./chart.ts').then(({ draw }) => {
      if (!gone && box.current) end = draw(box.current, { days, lines, language, onPoint: setAt })
    })
    return () => {
      gone = true
      end?.()
    }
  }, [drawn])
  return (
    <figure className="chart">
      <figcaption aria-hidden="true">
        {lines.map(({ name, values, dashed }) => (
          <span key={name} className={dashed ? 'line dashed' : 'line'}>
            {name} {at !== undefined && <b>{values[at]?.toLocaleString(language)}</b>}
          </span>
        ))}
        <span className="muted">{at !== undefined && dayName(days[at], language)}</span>
      </figcaption>
      <div ref={box} className="plot" role="img" aria-label={label} />
    </figure>
  )
}

function dayName(day: string | undefined, language: string): string {
  return day ? new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`)) : ''
}

const dark = matchMedia('(prefers-color-scheme: dark)')

/** Tells of every change of the colours: the system's, or one that a person chose. */
function watchTheme(changed: () => void): () => void {
  const chosen = new MutationObserver(changed)
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  dark.addEventListener('change', changed)
  return () => {
    chosen.disconnect()
    dark.removeEventListener('change', changed)
  }
}

const themeNow = () => document.documentElement.dataset.theme ?? (dark.matches ? 'dark' : 'light')
