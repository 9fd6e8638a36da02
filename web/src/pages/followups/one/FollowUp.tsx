import { useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useData } from '../../../api/data.ts'
import { serverLanguage } from '../../../api/language.ts'
import { useViewer } from '../../../api/viewer.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { NoPage } from '../../../ui/NoPage.tsx'
import { Page } from '../../../ui/Page.tsx'
import { visible } from '../../../ui/visible.ts'
import { Actions } from './Actions.tsx'
import { Facts } from './Facts.tsx'
import { FollowUpDocument } from './gql/graphql.ts'
import { History } from './History.tsx'
import { Mails } from './Mails.tsx'
import { Note } from './Note.tsx'
import { Receipt } from './Receipt.tsx'
import { Standing } from './Standing.tsx'
import { Transcript } from './Transcript.tsx'
import type { FollowUpView } from './types.ts'
import { Why } from './Why.tsx'
import { useWords } from './words.ts'
import './followup.css'

const OKForm = lazy(() => import('../coding/OKForm.tsx'))

/** What became of one chat: what was said, who has it and why, and what became of each mail. */
export function FollowUp() {
  const { language } = useWords()
  const { number } = useParams({ from: '/follow-ups/$number' })
  const asked = /^[1-9]\d{0,8}$/.test(number) ? Number(number) : 0
  const data = useData('followUps', FollowUpDocument, { number: asked, language: serverLanguage(language) })
  return <Answer of={data}>{({ followUpByNumber: found }) => (found ? <Found key={found.id} followUp={found} /> : <NoPage />)}</Answer>
}

function Found({ followUp }: { followUp: FollowUpView }) {
  const { t } = useWords()
  const { may } = useViewer()
  const { id, number, chat, state, submittedAt } = followUp
  const waits = ['AWAITING_TRANSCRIPT', 'AWAITING_CODE', 'AWAITING_OK', 'HOLDING'].includes(state) && !submittedAt
  const visitor = visible(chat.visitor.name || chat.visitor.email || chat.visitor.phone || t('visitor'))
  return (
    <Page title={t('title', { number, visitor })} actions={<Actions followUp={followUp} />}>
      <Standing followUp={followUp} />
      {waits && may('FOLLOW_UP') && (
        <Suspense>
          <OKForm followUp={id} />
        </Suspense>
      )}
      <div className="followup-columns">
        <div className="stack">
          <Transcript followUp={followUp} />
        </div>
        <div className="stack">
          <Why followUp={followUp} />
          <Note followUp={followUp} />
          <Receipt followUp={followUp} />
          <Facts followUp={followUp} />
        </div>
      </div>
      <Mails mails={followUp.mails} />
      <History history={followUp.history} />
    </Page>
  )
}
