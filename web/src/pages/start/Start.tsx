import { Link, useRouteContext, useRouter } from '@tanstack/react-router'
import { useChange, useData } from '../../api/data.ts'
import { serverLanguage } from '../../api/language.ts'
import { useViewer } from '../../api/viewer.ts'
import { useSpeech } from '../../messages/Words.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Page } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { useUndo } from '../../ui/Toast.tsx'
import { CheckList } from './CheckList.tsx'
import { CheckListDocument, type CheckListQuery, CreateSampleDocument, RemoveSampleDocument } from './gql/graphql.ts'
import { useWords } from './words.ts'
import './start.css'

/** Where one begins: see what Postchat does, or connect the chat; and what is still missing. */
export function Start() {
  const { t } = useWords()
  const data = useData('all', CheckListDocument, {})
  return (
    <Page title={t('start.title')}>
      <p className="lead">{t('start.lead')}</p>
      <Answer of={data}>
        {({ checkList }) => (
          <div className="stack">
            <div className="ways">
              <TryIt list={checkList} />
              <ConnectIt />
            </div>
            <CheckList list={checkList} />
          </div>
        )}
      </Answer>
    </Page>
  )
}

function TryIt({ list: { sample } }: { list: CheckListQuery['checkList'] }) {
  const { t } = useWords()
  const { language } = useSpeech()
  const viewer = useViewer()
  const server = useRouteContext({ from: '__root__' })
  const { basepath } = useRouter()
  const create = useChange(CreateSampleDocument)
  const remove = useChange(RemoveSampleDocument)
  const offerUndo = useUndo()
  const address = `${basepath.replace(/\/$/, '')}/try`
  const make = () => create.run({ language: serverLanguage(language), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone })
  const begin = async () => {
    if (await make()) location.assign(address)
  }
  const tidy = async (campaign: string) => {
    if (await remove.run({ campaign })) offerUndo(t('try.removed'), make)
  }
  return (
    <section className="card" aria-labelledby="try-it">
      <h2 id="try-it">{t('try.title')}</h2>
      <p>{t('try.text')}</p>
      <div className="row wrap">
        {server.try || (sample && viewer.may('ACCOUNT')) ? (
          <a className="button primary" href={address}>
            {t('try.open')}
          </a>
        ) : (
          <button type="button" className="button primary" disabled={!viewer.may('ACCOUNT') || create.busy} onClick={begin}>
            {t('try.begin')}
          </button>
        )}
        {sample && viewer.may('ACCOUNT') && (
          <button type="button" className="button" disabled={remove.busy} onClick={() => tidy(sample.id)}>
            {t('try.remove')}
          </button>
        )}
      </div>
      <Problem problem={create.problem ?? remove.problem} />
    </section>
  )
}

function ConnectIt() {
  const { t } = useWords()
  const viewer = useViewer()
  return (
    <section className="card" aria-labelledby="connect-it">
      <h2 id="connect-it">{t('connect.title')}</h2>
      <p>{t('connect.text')}</p>
      {viewer.may('ACCOUNT') && (
        <Link to="/sources/connect" className="button">
          {t('connect.begin')}
        </Link>
      )}
    </section>
  )
}
