import { useParams } from '@tanstack/react-router'
import { useData } from '../../../api/data.ts'
import { useViewer } from '../../../api/viewer.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { NoPage } from '../../../ui/NoPage.tsx'
import { Page } from '../../../ui/Page.tsx'
import { AddressesDocument } from './gql/graphql.ts'
import { Leaving } from './Leaving.tsx'
import { Newer } from './Newer.tsx'
import { Publish } from './Publish.tsx'
import { Rows } from './Rows.tsx'
import type { CampaignTable } from './table.ts'
import { useDraft } from './useDraft.ts'
import { usePublish } from './usePublish.ts'
import { useWords } from './words.ts'
import './addresses.css'

/** Who gets a campaign's chats: the table, to be read, tried and changed. */
export function Addresses() {
  const { campaign } = useParams({ from: '/campaigns/$campaign/addresses' })
  const data = useData('all', AddressesDocument, { campaign })
  return (
    <Answer of={data}>
      {({ campaign }) => (campaign ? <Table key={campaign.id} campaign={campaign} onStale={() => void data.refetch()} /> : <NoPage />)}
    </Answer>
  )
}

function Table({ campaign, onStale }: { campaign: CampaignTable; onStale: () => void }) {
  const { t } = useWords()
  const desk = useDraft(campaign)
  const publishing = usePublish(desk, onStale)
  const mayEdit = useViewer().may('CAMPAIGN')
  return (
    <Page title={t('title')}>
      <p className="muted lead">{t('lead')}</p>
      <Newer desk={desk} />
      <Rows desk={desk} mayEdit={mayEdit} problems={publishing.rows} />
      {mayEdit && <Publish desk={desk} publishing={publishing} />}
      <Leaving dirty={desk.dirty} />
    </Page>
  )
}
