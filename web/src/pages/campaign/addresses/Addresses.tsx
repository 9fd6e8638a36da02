import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useData } from '../../../api/data.ts'
import { useViewer } from '../../../api/viewer.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { focusSoon } from '../../../ui/focus.ts'
import { NoPage } from '../../../ui/NoPage.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { AddressesDocument } from './gql/graphql.ts'
import { Leaving } from './Leaving.tsx'
import { Matrix } from './Matrix.tsx'
import { Mend, Mended } from './Mend.tsx'
import { Newer } from './Newer.tsx'
import { Paste } from './Paste.tsx'
import { Publish } from './Publish.tsx'
import { Rows } from './Rows.tsx'
import { Simulate } from './Simulate.tsx'
import type { CampaignTable } from './table.ts'
import { type Desk, useDraft } from './useDraft.ts'
import { type Publishing, usePublish } from './usePublish.ts'
import { Versions } from './Versions.tsx'
import { Views } from './Views.tsx'
import { useWords } from './words.ts'
import './addresses.css'

const route = '/campaigns/$campaign/addresses'

/** Who gets a campaign's chats: the table, to be read, tried and changed. */
export function Addresses() {
  const { campaign } = useParams({ from: route })
  const data = useData('all', AddressesDocument, { campaign })
  const onStale = () => void data.refetch()
  return (
    <Answer of={data}>
      {({ campaign }) => (campaign ? <AddressesOf key={campaign.id} campaign={campaign} onStale={onStale} /> : <NoPage />)}
    </Answer>
  )
}

function AddressesOf({ campaign, onStale }: { campaign: CampaignTable; onStale: () => void }) {
  const { t } = useWords()
  const { view = 'list' } = useSearch({ from: route })
  const desk = useDraft(campaign)
  const publishing = usePublish(desk, onStale)
  const mayEdit = useViewer().may('CAMPAIGN')
  return (
    <Page title={t('title')} actions={<Views desk={desk} />}>
      <Problem problem={publishing.undoProblem} />
      <Newer desk={desk} />
      {view === 'versions' ? (
        <Versions campaign={campaign.id} newest={campaign.followUpAddresses.version} mayEdit={mayEdit} />
      ) : (
        <Table desk={desk} publishing={publishing} mayEdit={mayEdit} matrix={view === 'matrix'} />
      )}
      {mayEdit && <Publish desk={desk} publishing={publishing} />}
      <Leaving dirty={desk.dirty} />
    </Page>
  )
}

interface TableProps {
  desk: Desk
  publishing: Publishing
  mayEdit: boolean
  matrix: boolean
}

/** The table, and beside it a chat to try it on. */
function Table({ desk, publishing, mayEdit, matrix }: TableProps) {
  const { t } = useWords()
  const { mend } = useSearch({ from: route })
  const navigate = useNavigate({ from: route })
  const forget = () => {
    setMended([])
    focusSoon('view-list')
  }
  const setMend = (email: string) => void navigate({ search: (search) => ({ ...search, mend: email }), replace: true, resetScroll: false })
  const [mended, setMended] = useState<readonly string[]>([])
  return (
    <div className="addresses">
      <div className="addresses-main">
        <div className="addresses-lead">
          <p className="muted">{t(mayEdit ? 'lead.edit' : 'lead')}</p>
          {mayEdit && <Paste desk={desk} />}
        </div>
        {desk.changed.length === 0 && <Mended campaign={desk.campaign.id} emails={mended} onDone={forget} />}
        {matrix ? (
          <Matrix desk={desk} mayEdit={mayEdit} onMend={({ email }) => setMend(email)} />
        ) : (
          <Rows desk={desk} mayEdit={mayEdit} problems={publishing.rows} onMend={({ email }) => setMend(email)} />
        )}
      </div>
      <Simulate desk={desk} />
      <Mend
        desk={desk}
        mayEdit={mayEdit}
        email={mend ?? ''}
        onMended={(email) => setMended([...mended.filter((other) => other !== email), email])}
        onClose={() => setMend('')}
      />
    </div>
  )
}
