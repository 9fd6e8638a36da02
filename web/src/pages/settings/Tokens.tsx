import { useState } from 'react'
import { useData } from '../../api/data.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Only } from '../../ui/Only.tsx'
import { Page } from '../../ui/Page.tsx'
import { type TokenRowFragment, TokensDocument } from './gql/graphql.ts'
import { NewToken } from './NewToken.tsx'
import { Token } from './Token.tsx'
import { useWords } from './words.ts'

/** The tokens by which programs use the API. */
export function Tokens() {
  const { t } = useWords()
  return (
    <Only may="PEOPLE" title={t('tokens.title')}>
      <All />
    </Only>
  )
}

function All() {
  const { t } = useWords()
  const data = useData('account', TokensDocument, {})
  const [making, make] = useState(false)
  return (
    <Page
      title={t('tokens.title')}
      actions={
        <button type="button" className="button primary" onClick={() => make(true)}>
          {t('tokens.new')}
        </button>
      }
    >
      <Answer of={data}>
        {({ apiTokens, campaigns }) => (
          <>
            <List tokens={apiTokens} />
            <Dialog title={t('tokens.new')} open={making} onClose={() => make(false)}>
              <NewToken campaigns={campaigns} onDone={() => make(false)} />
            </Dialog>
          </>
        )}
      </Answer>
    </Page>
  )
}

const isOver = ({ revokedAt, expiresAt }: TokenRowFragment) =>
  revokedAt !== null || (expiresAt !== null && new Date(expiresAt) < new Date())

function List({ tokens }: { tokens: readonly TokenRowFragment[] }) {
  const { t } = useWords()
  const over = tokens.filter(isOver)
  const used = tokens.filter((token) => !isOver(token))
  return (
    <div className="stack" id="tokens" tabIndex={-1}>
      {used.length > 0 ? <Cards tokens={used} /> : <Empty text={t('tokens.empty')} />}
      {over.length > 0 && (
        <details>
          <summary>{t('tokens.over', { count: over.length })}</summary>
          <Cards tokens={over} />
        </details>
      )}
    </div>
  )
}

function Cards({ tokens }: { tokens: readonly TokenRowFragment[] }) {
  return (
    <ul className="tokens">
      {tokens.map((token) => (
        <li key={token.id} className="card">
          <Token token={token} />
        </li>
      ))}
    </ul>
  )
}
