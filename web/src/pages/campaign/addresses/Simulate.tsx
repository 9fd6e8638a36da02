import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useData } from '../../../api/data.ts'
import { serverLanguage } from '../../../api/language.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { copyText } from '../../../ui/clipboard.ts'
import { State } from '../../../ui/State.tsx'
import { ChipText } from './Chip.tsx'
import { asInput } from './draft.ts'
import { SimulateDocument, type SimulateQuery } from './gql/graphql.ts'
import { standard } from './table.ts'
import type { Desk } from './useDraft.ts'
import { useWords } from './words.ts'

const route = '/campaigns/$campaign/addresses'

/** Who would get a chat with the codes that are chosen, by the draft where there is one. What is chosen is in the page's address. */
export function Simulate({ desk }: { desk: Desk }) {
  const { t, language } = useWords()
  const { test = [] } = useSearch({ from: route })
  const drafted = desk.changed.length > 0
  const answer = useData('account', SimulateDocument, {
    input: { campaign: desk.campaign.id, codes: test, table: drafted ? asInput(desk.draft, desk.rows) : null },
    language: serverLanguage(language),
  })
  return (
    <aside className="card simulate" aria-labelledby="simulate">
      <h2 id="simulate">{t('simulate')}</h2>
      <Codes desk={desk} chosen={test} />
      <Answer of={answer}>{({ simulateRouting }) => <Outcome decision={simulateRouting} />}</Answer>
      {drafted && <p className="small warning">{t('simulate.draft')}</p>}
      <CopyLink />
    </aside>
  )
}

/** The codes of the chat that is tried: those in use, and whatever else the page's address names. */
function Codes({ desk, chosen }: { desk: Desk; chosen: readonly string[] }) {
  const { t } = useWords()
  const navigate = useNavigate({ from: route })
  const known = desk.rows.filter(({ id, retired }) => id !== standard && !retired).map(({ label }) => label)
  const given = (label: string) => chosen.some((other) => other.toLowerCase() === label.toLowerCase())
  const others = chosen.filter((label) => !known.some((code) => code.toLowerCase() === label.toLowerCase()))
  const choose = (label: string) => {
    const test = given(label) ? chosen.filter((other) => other.toLowerCase() !== label.toLowerCase()) : [...chosen, label]
    void navigate({ search: (search) => ({ ...search, test }), replace: true, resetScroll: false })
  }
  return (
    <fieldset className="simulate-codes">
      <legend>{t('simulate.codes')}</legend>
      {[...known, ...others].map((label) => (
        <label key={label} className="check">
          <input type="checkbox" checked={given(label)} onChange={() => choose(label)} />
          <bdi>{label}</bdi>
        </label>
      ))}
    </fieldset>
  )
}

type Decision = SimulateQuery['simulateRouting']

const byStandard = ['NO_CODE', 'NO_KNOWN_CODE', 'NO_ADDRESS']

/** Who gets it, each with the reasons; what became of codes that lead nowhere; and whether standard was needed. */
function Outcome({ decision }: { decision: Decision }) {
  const { t } = useWords()
  const { recipients, codes, notForwarded } = decision
  const usesStandard = recipients.some(({ reasons }) => reasons.some(({ kind }) => byStandard.includes(kind)))
  return (
    <div role="status" className="simulate-outcome">
      {recipients.length > 0 && <h3 className="label">{t('simulate.goesTo')}</h3>}
      <ul className="simulate-recipients">
        {recipients.map(({ address, reasons }) => (
          <li key={address.email}>
            <ChipText item={address} />
            <span className="small muted"> {reasons.map(({ sentence }) => sentence).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {notForwarded && <State tone="bad">{t(`simulate.${notForwarded}`)}</State>}
      {codes.map(({ label, outcome }) =>
        outcome === 'ROUTED' ? null : (
          <p key={label} className="small warning">
            <bdi>{label}</bdi>: {t(`verdict.${outcome}`)}
          </p>
        ),
      )}
      {!notForwarded && <p className="small muted">{t(usesStandard ? 'simulate.standard' : 'simulate.notStandard')}</p>}
    </div>
  )
}

function CopyLink() {
  const { t } = useWords()
  const [copied, setCopied] = useState('')
  const { test = [] } = useSearch({ from: route })
  const chosen = test.join()
  const copy = () => void copyText(location.href).then((done) => done && setCopied(`=${chosen}`))
  return (
    <button type="button" className="button small" onClick={copy}>
      <span role="status">{t(copied === `=${chosen}` ? 'copied' : 'copy.link')}</span>
    </button>
  )
}
