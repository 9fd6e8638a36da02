import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'

/** A line of a plot: one value for each day. */
export interface Line {
  name: string
  values: readonly number[]
  /** Whether it is drawn with gaps, so that nobody needs its colour. */
  dashed?: boolean
}

/** What is plotted, and who reads it. */
export interface Plotted {
  /** The days in a row, as 2026-07-01. */
  days: readonly string[]
  lines: readonly Line[]
  language: string
  /** Tells which day is pointed at; undefined for none. */
  onPoint(at: number | undefined): void
}

const height = 220

/** Draws lines by day into a box, in the colours that it has now. Gives what takes them out again. */
export function draw(box: HTMLElement, { days, lines, language, onPoint }: Plotted): () => void {
  const plot = new uPlot(
    optionsOf(box, { days, lines, language, onPoint }),
    [days.map((day) => Date.parse(`${day}T00:00:00Z`) / 1000), ...lines.map(({ values }) => [...values])],
    box,
  )
  const sizes = new ResizeObserver(() => plot.setSize({ width: box.clientWidth, height }))
  sizes.observe(box)
  return () => {
    sizes.disconnect()
    plot.destroy()
  }
}

function optionsOf(box: HTMLElement, { days, lines, language, onPoint }: Plotted): uPlot.Options {
  const colour = colours(box)
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const number = new Intl.NumberFormat(language)
  const axis = {
    stroke: colour('--muted'),
    font: `12px ${getComputedStyle(box).fontFamily}`,
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { show: false },
  }
  return {
    width: box.clientWidth,
    height,
    // Days are the ledger's, and of no zone.
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    legend: { show: false },
    cursor: { y: false, drag: { setScale: false } },
    scales: { y: { range: (_, _least, most) => [0, Math.max(1, most ?? 1)] } },
    axes: [
      {
        ...axis,
        space: 70,
        incrs: [1, 2, 7, 14, 28, 84].map((days) => days * 86_400),
        values: (_, at) => at.map((s) => day.format(s * 1000)),
      },
      { ...axis, size: 48, incrs: wholes, values: (_, at) => at.map((value) => number.format(value)) },
    ],
    series: [
      {},
      ...lines.map(({ name, dashed }) => ({
        label: name,
        stroke: colour(dashed ? '--muted' : '--accent'),
        width: 2,
        ...(dashed && { dash: [6, 4] }),
        points: { show: days.length === 1 },
      })),
    ],
    hooks: { setCursor: [({ cursor }) => onPoint(cursor.idx ?? undefined)] },
  }
}

// There is no half of a chat.
const wholes = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000]

/** Finds the colours behind the names of the tokens, as a canvas needs them. */
function colours(box: HTMLElement): (token: string) => string {
  return (token) => {
    const probe = box.appendChild(document.createElement('i'))
    probe.style.color = `var(${token})`
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  }
}
