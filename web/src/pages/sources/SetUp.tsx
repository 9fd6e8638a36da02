import { Link } from '@tanstack/react-router'
import { useData } from '../../api/data.ts'
import { Answer } from '../../ui/Answer.tsx'
import { NoPage } from '../../ui/NoPage.tsx'
import { Page } from '../../ui/Page.tsx'
import { ConnectingDocument, type ConnectingQuery } from './gql/graphql.ts'
import { Steps } from './Steps.tsx'
import type { Shown } from './secret.ts'
import { Waiting } from './Waiting.tsx'
import { useWords } from './words.ts'

export type Connecting = NonNullable<ConnectingQuery['source']>

interface SetUpProps {
  id: string
  /** Its secret, if it was made just now. */
  shown: Shown | undefined
  onShown: (shown: Shown) => void
}

/** What is to be done at the vendor of a source, and whether it has called yet. */
export function SetUp({ id, shown, onShown }: SetUpProps) {
  const { t } = useWords()
  const data = useData('sources', ConnectingDocument, { id })
  return (
    <Answer of={data}>
      {({ source }) =>
        source ? (
          <Page title={t('setUp.title', { name: source.name })} actions={<SourceLink id={id} />}>
            <div className="stack set-up">
              <Steps source={source} shown={shown} onShown={onShown} />
              <Waiting source={source} />
            </div>
          </Page>
        ) : (
          <NoPage />
        )
      }
    </Answer>
  )
}

function SourceLink({ id }: { id: string }) {
  const { t } = useWords()
  return (
    <Link className="button" to="/sources/$source" params={{ source: id }}>
      {t('setUp.source')}
    </Link>
  )
}
