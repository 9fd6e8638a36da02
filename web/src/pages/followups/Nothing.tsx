import { Link } from '@tanstack/react-router'
import { useViewer } from '../../api/viewer.ts'
import { Empty } from '../../ui/Empty.tsx'
import type { InboxSearch } from './search.ts'
import { useWords } from './words.ts'

/** In place of a list without rows. */
export function Nothing({ search }: { search: InboxSearch }) {
  const { t } = useWords()
  const { after, before, ...limits } = search
  const limited = Object.values(limits).some((value) => (value?.length ?? 0) > 0)
  if (!limited && !after && !before) return <NoneYet />
  return (
    <Empty text={t(after || before ? 'inbox.noMore' : 'inbox.nothing')}>
      <Link className="button" to="/follow-ups" search={after || before ? limits : {}}>
        {t(after || before ? 'inbox.newest' : 'inbox.showAll')}
      </Link>
    </Empty>
  )
}

/** Before the first chat: those who can bring it about are shown how. */
function NoneYet() {
  const { t } = useWords()
  const may = useViewer().may('ACCOUNT')
  return (
    <Empty text={t('inbox.empty')}>
      {may && (
        <>
          <Link className="button" to="/start">
            {t('inbox.try')}
          </Link>
          <Link className="button" to="/sources/connect">
            {t('inbox.connect')}
          </Link>
        </>
      )}
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
