import { useParams } from '@tanstack/react-router'
import { useData } from '../../api/data.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Page } from '../../ui/Page.tsx'
import { ApiForm } from './ApiForm.tsx'
import { SourceConnectionDocument } from './gql/graphql.ts'
import { HowTo } from './HowTo.tsx'
import { Secrets } from './Secrets.tsx'
import { Window } from './Window.tsx'
import { useWords } from './words.ts'

/** How a source and its vendor reach each other: the webhook, the vendor's API, and the operator's window. */
export function Connection() {
  const { t } = useWords()
  const { source: id } = useParams({ from: '/sources/$source' })
  const data = useData('sources', SourceConnectionDocument, { id })
  return (
    <Page title={t('connection.title')} actions={<HowTo id={id} />}>
      <Answer of={data}>
        {({ source }) =>
          source && (
            <div className="stack">
              <Secrets source={source} />
              {source.keepsTranscripts && (
                <section className="card stack">
                  <h2>{t('api.title')}</h2>
                  <p>{t('api.text')}</p>
                  <ApiForm source={source} />
                </section>
              )}
              <Window source={source} />
            </div>
          )
        }
      </Answer>
    </Page>
  )
}
