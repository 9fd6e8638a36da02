import { Link } from '@tanstack/react-router'
import { linkTo } from '../../api/followups.ts'
import type { ReportsQuery, TallyFragment } from './gql/graphql.ts'
import { useNumbers } from './numbers.ts'
import { lengthOf, type Period } from './period.ts'
import { useWords } from './words.ts'

type Before = ReportsQuery['before']['totals']

interface Figure {
  name: string
  value: string
  /** The chats that it counts. */
  link?: ReturnType<typeof linkTo>
  /** How it differs from the days before; empty where there were no chats then. */
  change: string
  more?: string
}

/** The four figures, each against as many days before. */
export function Figures({ now, before, period }: { now: TallyFragment; before: Before; period: Period }) {
  const { t } = useWords()
  const figures = useFigures(now, before)
  const days = lengthOf(period)
  return (
    <section aria-label={t('figures')} className="stack">
      <ul className="figures">
        {figures.map(({ name, value, link, change, more }) => (
          <li key={name} className="card">
            <span className="muted">{name}</span>
            <span className="figure">
              {link ? (
                <Link to="/follow-ups" search={link}>
                  {value}
                </Link>
              ) : (
                value
              )}
            </span>
            {more && <span className="small">{more}</span>}
            {change && <span className="small muted">{t('change', { change, count: days })}</span>}
          </li>
        ))}
      </ul>
      {before.chats === 0 && <p className="small muted">{t('change.none', { count: days })}</p>}
    </section>
  )
}

function useFigures(now: TallyFragment, before: Before): Figure[] {
  const { t } = useWords()
  const numbers = useNumbers()
  const filter = now.filter ?? {}
  const shareOf = (part: number, { chats }: { chats: number }) => (chats > 0 ? part / chats : null)
  const [sent, sentBefore] = [shareOf(now.sent, now), shareOf(before.sent, before)]
  const [median, medianBefore] = [now.timeToDelivery.median ?? null, before.timeToDelivery.median ?? null]
  const slower = median !== null && medianBefore !== null ? Math.round(median) - Math.round(medianBefore) : null
  return [
    {
      name: t('chats'),
      value: numbers.count(now.chats),
      link: linkTo(filter),
      change: before.chats > 0 ? numbers.changeOfShare(now.chats / before.chats - 1) : '',
    },
    {
      name: t('sent'),
      value: numbers.share(sent),
      link: linkTo({ ...filter, states: ['SENT', 'DELIVERED'] }),
      more: t('delivered.share', { share: numbers.share(shareOf(now.delivered, now)) }),
      change:
        sent !== null && sentBefore !== null ? t('points', { change: numbers.change(Math.round((sent - sentBefore) * 1000) / 10) }) : '',
    },
    {
      name: t('failed'),
      value: numbers.count(now.failed),
      link: linkTo({ ...filter, states: ['FAILED'] }),
      change: before.chats > 0 ? numbers.change(now.failed - before.failed) : '',
    },
    {
      name: t('median'),
      value: numbers.span(median),
      more: t('p90', { span: numbers.span(now.timeToDelivery.p90) }),
      change: slower === null ? '' : slower === 0 ? '±0' : `${slower > 0 ? '+' : '−'}${numbers.span(Math.abs(slower))}`,
    },
  ]
}
