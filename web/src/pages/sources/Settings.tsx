import { useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useChange, useData } from '../../api/data.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Field } from '../../ui/Field.tsx'
import { Page } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { wrongElsewhere, wrongWith } from '../../ui/problem.ts'
import {
  type RulesPartFragment,
  type SettingsPartFragment,
  SourceSettingsDocument,
  type SourceSettingsQuery,
  UpdateSourceDocument,
} from './gql/graphql.ts'
import { Retirement } from './Retirement.tsx'
import { Rules } from './Rules.tsx'
import { useWords } from './words.ts'

export type Campaigns = SourceSettingsQuery['campaigns']

/** What a source is called, where its chats belong, and how long they wait. */
export function Settings() {
  const { t } = useWords()
  const { source: id } = useParams({ from: '/sources/$source' })
  const data = useData('all', SourceSettingsDocument, { id })
  return (
    <Page title={t('settings.title')}>
      <Answer of={data}>{({ source, campaigns }) => source && <Parts source={source} campaigns={campaigns} />}</Answer>
    </Page>
  )
}

// Real chats never belong to the sample, nor pretend ones elsewhere.
function Parts({ source, campaigns: all }: { source: SettingsPartFragment & RulesPartFragment; campaigns: Campaigns }) {
  const campaigns = all.filter(({ sample }) => sample === source.rehearsal)
  return (
    <div className="stack">
      <General source={source} campaigns={campaigns} />
      <Rules source={source} campaigns={campaigns} />
      <Retirement id={source.id} />
    </div>
  )
}

const fields = ['input.name', 'input.defaultCampaign', 'input.hold']

/** What was changed is sent and nothing else, so that two people can change two things. */
function General({ source, campaigns }: { source: SettingsPartFragment; campaigns: Campaigns }) {
  const { t } = useWords()
  const { run, busy, problem } = useChange(UpdateSourceDocument)
  const [name, setName] = useState<string>()
  const [campaign, setCampaign] = useState<string>()
  const [hold, setHold] = useState<string>()
  const [includePrivate, setPrivate] = useState<boolean>()
  const changed = [name, campaign, hold, includePrivate].some((value) => value !== undefined)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const given = { name, defaultCampaign: campaign, hold: hold === undefined ? undefined : Number(hold), includePrivate }
    if (!(await run({ id: source.id, ...given }))) return
    // What was typed while it was being saved stays.
    setName((now) => (now === name ? undefined : now))
    setCampaign((now) => (now === campaign ? undefined : now))
    setHold((now) => (now === hold ? undefined : now))
    setPrivate((now) => (now === includePrivate ? undefined : now))
  }
  return (
    <form className="card stack form" onSubmit={save}>
      <Field label={t('source.name')} problem={wrongWith(problem, 'input.name')}>
        {(control) => (
          <input
            {...control}
            className="input"
            required
            maxLength={120}
            value={name ?? source.name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('settings.campaign')} hint={t('settings.campaignHint')} problem={wrongWith(problem, 'input.defaultCampaign')}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={campaign ?? source.defaultCampaign.id}
            onChange={(event) => setCampaign(event.target.value)}
          >
            {campaigns.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('settings.hold')} hint={t('settings.holdHint')} problem={wrongWith(problem, 'input.hold')}>
        {(control) => (
          <input
            {...control}
            className="input narrow"
            type="number"
            min={0}
            max={86400}
            required
            value={hold ?? source.hold}
            onChange={(event) => setHold(event.target.value)}
          />
        )}
      </Field>
      <label className="check">
        <input type="checkbox" checked={includePrivate ?? source.includePrivate} onChange={(event) => setPrivate(event.target.checked)} />
        {t('settings.private')}
      </label>
      <Problem problem={wrongElsewhere(problem, fields)} />
      <div>
        <button type="submit" className="button primary" disabled={busy || !changed}>
          {t('save')}
        </button>
      </div>
    </form>
  )
}
