import { Link } from '@tanstack/react-router'
import { useWords } from './words.ts'

/** Leads to the steps by which the source's vendor is told where to post. */
export function HowTo({ id }: { id: string }) {
  const { t } = useWords()
  return (
    <Link className="button" to="/sources/connect" search={{ source: id }}>
      {t('events.howTo')}
    </Link>
  )
}
