import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { request } from '../../../api/client.ts'
import { useData } from '../../../api/data.ts'
import { useAnswer } from '../../../api/useAnswer.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { Leaving } from '../../../ui/Leaving.tsx'
import { NoPage } from '../../../ui/NoPage.tsx'
import { Page } from '../../../ui/Page.tsx'
import { wrongWith } from '../../../ui/problem.ts'
import { type Campaign, type Drafts, isUnsaved, mailOf, previewField } from './draft.ts'
import { CampaignMailDocument, type CampaignMailQuery, MailPreviewDocument } from './gql/graphql.ts'
import { Preview } from './Preview.tsx'
import { Scope } from './Scope.tsx'
import { CampaignSettings, CodeSettings } from './Settings.tsx'
import { madeUp } from './search.ts'
import { TestMail } from './TestMail.tsx'
import { useWords } from './words.ts'
import './mail.css'

/** What a campaign's mails look like, and a mail to see it by. */
export function Mail() {
  const { t } = useWords()
  const { campaign } = useParams({ from: '/campaigns/$campaign/mail' })
  const data = useData('all', CampaignMailDocument, { campaign, chats: { campaigns: [campaign] } })
  return (
    <Answer of={data}>
      {(result) =>
        result.campaign ? (
          <Page title={t('title')}>
            <Bench key={campaign} campaign={result.campaign} chats={result.followUps.nodes} me={result.viewer.person?.email ?? ''} />
          </Page>
        ) : (
          <NoPage />
        )
      }
    </Answer>
  )
}

interface BenchProps {
  campaign: Campaign
  chats: CampaignMailQuery['followUps']['nodes']
  me: string
}

function Bench({ campaign, chats, me }: BenchProps) {
  const { t } = useWords()
  const search = useSearch({ from: '/campaigns/$campaign/mail' })
  const [drafts, setDrafts] = useState<Drafts>({})
  const code = campaign.successCodes.find(({ id }) => id === search.code)
  // The newest when the page was opened: a chat that closes meanwhile does not take its place.
  const [newest] = useState(chats[0]?.id ?? madeUp)
  const chat = search.chat || newest
  const mail = mailOf(campaign, drafts, code, chat)
  // What is stored is part of the question: somebody else may change it.
  const question = JSON.stringify([mail, campaign])
  const preview = useAnswer(question, (signal) => request(MailPreviewDocument, { input: mail }, { signal }), 300)
  const name = code?.id ?? ''
  const part = {
    campaign,
    draft: drafts[name] ?? {},
    onDraft: (next: Drafts[string]) => setDrafts((drafts) => ({ ...drafts, [name]: next })),
    wrong: (setting: Parameters<typeof previewField>[3]) =>
      wrongWith(preview.problem ?? null, previewField(campaign, drafts, code, setting)),
  }
  return (
    <div className="mail-bench">
      <Leaving
        dirty={isUnsaved(campaign, drafts)}
        title={t('leave.title')}
        text={t('leave.text')}
        stay={t('leave.stay')}
        go={t('leave.go')}
      />
      <div className="stack">
        <Scope campaign={campaign} drafts={drafts} />
        {code ? <CodeSettings key={code.id} code={code} {...part} /> : <CampaignSettings {...part} />}
      </div>
      <Preview chats={chats} chat={chat} code={code} preview={preview.result?.previewMail} problem={preview.problem}>
        <TestMail mail={mail} me={me} real={chat !== madeUp} />
      </Preview>
    </div>
  )
}
