import { Link } from '@tanstack/react-router'
import { type FollowUpsMeant, linkTo } from '../../api/followups.ts'
import { useSpeech } from '../../messages/Words.tsx'
import { countOf, type Figure, figures, statesOf } from './figures.ts'
import type { OverviewQuery } from './gql/graphql.ts'
import { useWords } from './words.ts'

interface Props {
  campaign: string
  /** The chats that are counted. */
  meant: FollowUpsMeant
  counts: OverviewQuery['followUpCounts']
}

/** What became of the chats of some days, in numbers that each lead to theirs. */
export function Figures({ campaign, meant, counts }: Props) {
  const { t } = useWords()
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{t('figures.title')}</h2>
      <ul className="figures">
        {figures.map((figure) => (
          <li key={figure}>
            <FigureLink figure={figure} meant={meant} count={countOf(figure, counts)} />
          </li>
        ))}
      </ul>
      <p>
        <Link to="/reports" search={{ campaign, days: '30' }}>
          {t('figures.more')}
        </Link>
      </p>
    </section>
  )
}

function FigureLink({ figure, meant, count }: { figure: Figure; meant: FollowUpsMeant; count: number }) {
  const { t } = useWords()
  const { language } = useSpeech()
  return (
    <Link
      className={figure === 'failed' && count > 0 ? 'figure card bad' : 'figure card'}
      to="/follow-ups"
      search={linkTo({ ...meant, states: statesOf[figure] })}
    >
      <strong>{new Intl.NumberFormat(language).format(count)}</strong>
      <span>{t(`figure.${figure}`)}</span>
    </Link>
  )
}
