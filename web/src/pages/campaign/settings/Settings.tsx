import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useData } from '../../../api/data.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { Leaving } from '../../../ui/Leaving.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Cover } from './Cover.tsx'
import { DeskContext, type Drafts, isUnsaved, type SettingsCampaign, savedOf } from './drafts.ts'
import { SettingsDocument } from './gql/graphql.ts'
import { Limits } from './Limits.tsx'
import { NameAndZone } from './NameAndZone.tsx'
import { Retire } from './Retire.tsx'
import { Sending } from './Sending.tsx'
import { useWords } from './words.ts'
import './settings.css'

/** How a campaign is called, and when its chats are sent. Each section is saved by itself, and can be undone. */
export function Settings() {
  const { t } = useWords()
  const { campaign } = useParams({ from: '/campaigns/$campaign/settings' })
  const data = useData('account', SettingsDocument, { id: campaign })
  return (
    <Page title={t('title')}>
      <Answer of={data}>{({ campaign }) => campaign && <Sections key={campaign.id} campaign={campaign} />}</Answer>
    </Page>
  )
}

function Sections({ campaign }: { campaign: SettingsCampaign }) {
  const { t } = useWords()
  const [drafts, change] = useState<Drafts>({})
  const saved = savedOf(campaign)
  return (
    <DeskContext value={{ saved, drafts, change }}>
      <Leaving dirty={isUnsaved(drafts, saved)} title={t('leave.title')} text={t('leave.text')} stay={t('leave.stay')} go={t('leave.go')} />
      <div className="campaign-settings stack">
        <NameAndZone campaign={campaign} />
        <Sending campaign={campaign} />
        <Cover campaign={campaign} />
        <Limits campaign={campaign} />
        <Retire campaign={campaign} />
      </div>
    </DeskContext>
  )
}
