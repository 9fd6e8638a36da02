import { useSpeech } from '../messages/Words.tsx'

/** A moment as people of the reader's language write it, in their zone; exact for whoever asks. Today's is only a time. */
export function Time({ at, exact = false }: { at: string; exact?: boolean }) {
  const { language } = useSpeech()
  const moment = new Date(at)
  const full = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long' }).format(moment)
  return (
    <time dateTime={at} title={full}>
      {clock(moment, language, exact)}
    </time>
  )
}

/** Gives moments as Time shows them, for where one stands in a sentence. */
export function useMoment(): (at: string) => string {
  const { language } = useSpeech()
  return (at) => clock(new Date(at), language, false)
}

function clock(moment: Date, language: string, exact: boolean, now = new Date()): string {
  if (exact) return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(moment)
  const today = moment.toDateString() === now.toDateString()
  return new Intl.DateTimeFormat(language, today ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' }).format(moment)
}
