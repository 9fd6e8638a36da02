import { Link, useSearch } from '@tanstack/react-router'
import { useHasTry } from '../../api/sample.ts'
import { Empty } from '../../ui/Empty.tsx'
import { lengthOf, type Period } from './period.ts'
import { useWords } from './words.ts'

/** In place of a report of no chats. */
export function Nothing({ period }: { period: Period }) {
  const { t } = useWords()
  const search = useSearch({ from: '/reports' })
  const hasTry = useHasTry()
  return (
    <Empty text={t('empty')}>
      {lengthOf(period) < 90 && (
        <Link to="/reports" search={{ ...search, days: '90', from: '', to: '' }} className="button primary">
          {t('empty.longer', { count: 90 })}
        </Link>
      )}
      {hasTry && (
        <a href="try" className="button">
          {t('empty.try')}
        </a>
      )}
    </Empty>
  )
}
