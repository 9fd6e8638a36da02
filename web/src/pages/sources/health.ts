import type { Tone } from '../../ui/State.tsx'
import type { ArrivalOutcome, SourceHealthFragment } from './gql/graphql.ts'

/** One thing that is to be said of a source. */
export interface Finding {
  tone: Tone
  about: 'retired' | 'never' | 'heard' | 'silent' | 'noApi' | 'attention' | 'refused' | 'failing' | 'awaited'
  /** What it counts. */
  count?: number
  /** When it was, or since when it is so. */
  at?: string
  /** What the server says of it. */
  words?: string
}

/** How a source is, the worst first. There is always something to be said. */
export function healthOf(source: SourceHealthFragment): readonly Finding[] {
  if (source.retired) return [{ tone: 'wait', about: 'retired', at: source.retiredAt ?? source.createdAt }]
  const findings = [...troubles(source), contact(source)]
  return findings.sort((one, other) => rank[one.tone] - rank[other.tone])
}

const rank: Record<Tone, number> = { bad: 0, wait: 1, ok: 2 }

function contact({ lastEventAt, silentSince }: SourceHealthFragment): Finding {
  if (!lastEventAt) return { tone: 'wait', about: 'never' }
  if (silentSince) return { tone: 'wait', about: 'silent', at: silentSince }
  return { tone: 'ok', about: 'heard', at: lastEventAt }
}

function troubles({ keepsTranscripts, api, transcripts, eventCounts, refused, lastEventAt }: SourceHealthFragment): Finding[] {
  const found: Finding[] = []
  const attention = countOf(eventCounts, 'NEEDS_ATTENTION')
  if (keepsTranscripts && !api?.hasToken) found.push({ tone: 'bad', about: 'noApi' })
  // Once something authentic came, the secret is the right one.
  if (refused && refused.lastAt > (lastEventAt ?? '')) {
    found.push({ tone: 'bad', about: 'refused', count: refused.count, at: refused.lastAt, words: refused.problem })
  }
  if (attention > 0) found.push({ tone: 'bad', about: 'attention', count: attention })
  if (transcripts.failing > 0) found.push({ tone: 'bad', about: 'failing', count: transcripts.failing, words: transcripts.problem })
  const awaited = transcripts.awaited - transcripts.failing
  if (awaited > 0) found.push({ tone: 'wait', about: 'awaited', count: awaited })
  return found
}

const countOf = (counts: SourceHealthFragment['eventCounts'], outcome: ArrivalOutcome) =>
  counts.find((one) => one.outcome === outcome)?.count ?? 0
