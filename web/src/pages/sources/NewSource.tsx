import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useChange, useData } from '../../api/data.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { wrongElsewhere, wrongWith } from '../../ui/problem.ts'
import { ConnectChoicesDocument, type ConnectChoicesQuery, CreateSourceDocument } from './gql/graphql.ts'
import type { Shown } from './secret.ts'
import { freeName, vendorName } from './vendor.ts'
import { useWords } from './words.ts'

/** Asks what a source of a vendor is to be called, and where its chats belong; and makes it. */
export function NewSource({ vendor, onMade }: { vendor: string; onMade: (made: Shown) => void }) {
  const { t } = useWords()
  const data = useData('account', ConnectChoicesDocument, {})
  return (
    <Answer of={data}>
      {({ campaigns, sources }) =>
        real(campaigns).length > 0 ? (
          <Form vendor={vendor} campaigns={real(campaigns)} taken={sources.map(({ name }) => name)} onMade={onMade} />
        ) : (
          <Empty text={t('connect.noCampaign')}>
            <Link className="button primary" to="/campaigns">
              {t('connect.makeCampaign')}
            </Link>
          </Empty>
        )
      }
    </Answer>
  )
}

// People rehearse in the sample: no real chat belongs there.
const real = (campaigns: ConnectChoicesQuery['campaigns']) => campaigns.filter(({ sample }) => !sample)

const fields = ['input.name', 'input.defaultCampaign']

interface FormProps {
  vendor: string
  campaigns: ConnectChoicesQuery['campaigns']
  /** The names that other sources have. */
  taken: readonly string[]
  onMade: (made: Shown) => void
}

function Form({ vendor, campaigns, taken, onMade }: FormProps) {
  const { t } = useWords()
  const { run, busy, problem } = useChange(CreateSourceDocument)
  const [name, setName] = useState(() => freeName(vendorName(vendor, t), taken))
  const [campaign, setCampaign] = useState(campaigns[0]?.id ?? '')
  const make = async (event: FormEvent) => {
    event.preventDefault()
    const result = await run({ vendor, name, defaultCampaign: campaign })
    const made = result?.createSource
    if (made) onMade({ secret: made.secret, hookUrl: made.hookUrl, source: made.source.id })
  }
  return (
    <form className="card stack form" onSubmit={make}>
      <h2>{vendorName(vendor, t)}</h2>
      <Field label={t('source.name')} hint={t('source.nameHint')} problem={wrongWith(problem, 'input.name')}>
        {(control) => (
          <input {...control} className="input" required maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label={t('source.campaign')} hint={t('source.campaignHint')} problem={wrongWith(problem, 'input.defaultCampaign')}>
        {(control) => (
          <select {...control} className="input" value={campaign} onChange={(event) => setCampaign(event.target.value)}>
            {campaigns.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Problem problem={wrongElsewhere(problem, fields)} />
      <div className="row wrap">
        <button type="submit" className="button primary" disabled={busy}>
          {t('connect.make')}
        </button>
        <Link className="button" to="/sources/connect">
          {t('connect.other')}
        </Link>
      </div>
    </form>
  )
}
