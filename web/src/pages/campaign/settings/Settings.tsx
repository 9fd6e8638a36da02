import { useParams } from '@tanstack/react-router'
import { useData } from '../../../api/data.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Cover } from './Cover.tsx'
import { SettingsDocument, type SettingsQuery } from './gql/graphql.ts'
import { Limits } from './Limits.tsx'
import { NameAndZone } from './NameAndZone.tsx'
import { Retire } from './Retire.tsx'
import { Sending } from './Sending.tsx'
import { useWords } from './words.ts'
import './settings.css'

export type SettingsCampaign = NonNullable<SettingsQuery['campaign']>

/** How a campaign is called, and when its chats are sent. Each section is saved by itself, and can be undone. */
export function Settings() {
  const { t } = useWords()
  const { campaign } = useParams({ from: '/campaigns/$campaign/settings' })
  const data = useData('account', SettingsDocument, { id: campaign })
  return (
    <Page title={t('title')}>
      <Answer of={data}>
        {({ campaign }) =>
          campaign && (
            <div key={campaign.id} className="campaign-settings stack">
              <NameAndZone campaign={campaign} />
              <Sending campaign={campaign} />
              <Cover campaign={campaign} />
              <Limits campaign={campaign} />
              <Retire campaign={campaign} />
            </div>
          )
        }
      </Answer>
    </Page>
  )
}
