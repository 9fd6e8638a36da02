import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useData } from '../../../api/data.ts'
import { lastDays } from '../../../api/days.ts'
import { useViewer } from '../../../api/viewer.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { Leaving, Losing } from '../../../ui/Leaving.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Beginning } from './Beginning.tsx'
import { BoardContext, type GoalsCampaign, isUnsaved, named, type Open, useBoard } from './board.ts'
import { CodeForm } from './CodeForm.tsx'
import { GoalForm } from './GoalForm.tsx'
import { GoalSection } from './GoalSection.tsx'
import { GoalsDocument, UsedDocument } from './gql/graphql.ts'
import { MoreSettings } from './MoreSettings.tsx'
import { OperatorsSee } from './OperatorsSee.tsx'
import { groupsOf } from './order.ts'
import { Retired } from './Retired.tsx'
import { useWords } from './words.ts'
import './goals.css'

/** A campaign's goals, and the success codes that operators give. */
export function Goals() {
  const { campaign } = useParams({ from: '/campaigns/$campaign/goals' })
  const data = useData('account', GoalsDocument, { id: campaign })
  return <Answer of={data}>{({ campaign }) => campaign && <Whole key={campaign.id} campaign={campaign} />}</Answer>
}

function Whole({ campaign }: { campaign: GoalsCampaign }) {
  const { t } = useWords()
  const may = useViewer().may('CAMPAIGN')
  const [open, setOpen] = useState<Open>(null)
  const [wanted, want] = useState<Open>(null)
  const unsaved = isUnsaved(campaign, open)
  const asking = { title: t('leave.title'), text: t('leave.text'), stay: t('leave.stay'), go: t('leave.go') }
  const goOn = () => {
    want(null)
    // What opens takes the focus, which it can have only once the dialog is gone.
    setTimeout(() => setOpen(wanted))
  }
  const days = lastDays(30, campaign.timeZone)
  const used = useData('all', UsedDocument, { id: campaign.id }).data?.campaign?.successCodes
  const board = {
    campaign,
    groups: groupsOf(campaign.goals, campaign.successCodes),
    may,
    used: used && new Map(used.map(({ id, used }) => [id, used])),
    days,
    open,
    setOpen,
    begin: unsaved ? want : setOpen,
  }
  const add = (
    <button type="button" className="button" id="add-goal" onClick={() => board.begin(named())}>
      {t('goal.add')}
    </button>
  )
  return (
    <BoardContext value={board}>
      <Leaving {...asking} dirty={unsaved} />
      <Losing {...asking} open={wanted !== null} onStay={() => want(null)} onGo={goOn} />
      <Page title={t('title')} actions={may && add}>
        <p className="lead muted">{t('lead')}</p>
        <div className="goals">
          <Board />
          <OperatorsSee />
        </div>
      </Page>
    </BoardContext>
  )
}

function Board() {
  const { groups, open, may } = useBoard()
  return (
    <div className="stack">
      {may && <Beginning />}
      {groups.map((group) => (
        <GoalSection key={group.goal} group={group} />
      ))}
      {open && 'goal' in open && open.goal === '' && (
        <div className="card">
          <GoalForm draft={open} />
        </div>
      )}
      {open && 'code' in open && open.code.id === '' && !groups.some(({ goal }) => goal === open.base.goal) && (
        // Its goal was deleted while it was typed.
        <div className="card">
          <CodeForm />
        </div>
      )}
      <MoreSettings />
      <Retired />
    </div>
  )
}
