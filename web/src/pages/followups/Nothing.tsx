import { Link } from '@tanstack/react-router'
import { Empty } from '../../ui/Empty.tsx'
import type { InboxSearch } from './search.ts'
import { useWords } from './words.ts'

/** In place of a list without rows. */
export function Nothing({ search }: { search: InboxSearch }) {
  const { t } = useWords()
  const { after, before, ...limits } = search
  const limited = Object.values(limits).some((value) => (value?.length ?? 0) > 0)
  if (!limited && !after && !before) return <Empty text={t('inbox.empty')} />
  return (
    <Empty text={t(after || before ? 'inbox.noMore' : 'inbox.nothing')}>
      <Link className="button" to="/follow-ups" search={after || before ? limits : {}}>
        {t(after || before ? 'inbox.newest' : 'inbox.showAll')}
      </Link>
    </Empty>
  )
}

/** Where it was looked through as much as is looked through at once. */
export function TooFar() {
  const { t } = useWords()
  return (
    <div role="alert">
      <Empty text={t('inbox.tooFar')} />
    </div>
  )
}
