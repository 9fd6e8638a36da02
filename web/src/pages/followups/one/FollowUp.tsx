import { useParams } from '@tanstack/react-router'
import { useData } from '../../../api/data.ts'
import { serverLanguage } from '../../../api/language.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { NoPage } from '../../../ui/NoPage.tsx'
import { Page } from '../../../ui/Page.tsx'
import { State } from '../../../ui/State.tsx'
import { toneOf } from '../../../ui/tone.ts'
import { visible } from '../../../ui/visible.ts'
import { FollowUpDocument } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** What became of one chat. */
export function FollowUp() {
  const { t, language } = useWords()
  const { number } = useParams({ from: '/follow-ups/$number' })
  const data = useData('followUps', FollowUpDocument, { number: Number(number) || 0, language: serverLanguage(language) })
  return (
    <Answer of={data}>
      {({ followUpByNumber: followUp }) => {
        if (!followUp) return <NoPage />
        const { visitor } = followUp.chat
        const name = visible(visitor.name || visitor.email || visitor.phone || t('visitor'))
        return (
          <Page title={t('title', { number: followUp.number, visitor: name })}>
            <p>
              <State tone={toneOf(followUp.state)}>{t(`state.${followUp.state}`)}</State> {followUp.reason}
            </p>
          </Page>
        )
      }}
    </Answer>
  )
}
