import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useData } from '../../api/data.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Only } from '../../ui/Only.tsx'
import { Page } from '../../ui/Page.tsx'
import { VendorsDocument } from './gql/graphql.ts'
import { NewSource } from './NewSource.tsx'
import { SetUp } from './SetUp.tsx'
import type { Shown } from './secret.ts'
import { inOrder, isKnown, vendorName } from './vendor.ts'
import { useWords } from './words.ts'
import './sources.css'

/** Connects a chat: which vendor's, what it is called here, and then what is to be done there. */
export function Connect() {
  const { t } = useWords()
  return (
    <Only may="ACCOUNT" title={t('connect.title')}>
      <Progress />
    </Only>
  )
}

function Progress() {
  const { t } = useWords()
  const { vendor, source } = useSearch({ from: '/sources/connect' })
  const navigate = useNavigate({ from: '/sources/connect' })
  // The secret of the source that was made just now. It is nowhere else, and gone when the page is left.
  const [shown, show] = useState<Shown>()
  const made = (shown: Shown) => {
    show(shown)
    void navigate({ search: { source: shown.source }, replace: true })
  }
  if (source) return <SetUp id={source} shown={shown?.source === source ? shown : undefined} onShown={show} />
  return <Page title={t('connect.title')}>{vendor ? <NewSource key={vendor} vendor={vendor} onMade={made} /> : <Chooser />}</Page>
}

/** The vendors, each with the place at which it is told. */
function Chooser() {
  const { t } = useWords()
  const data = useData('account', VendorsDocument, {})
  return (
    <>
      <p className="lead">{t('connect.which')}</p>
      <Answer of={data}>
        {({ chatVendors }) => (
          <ul className="vendor-cards">
            {inOrder(chatVendors.map(({ name }) => name)).map((vendor) => (
              <li key={vendor}>
                <VendorCard vendor={vendor} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </>
  )
}

function VendorCard({ vendor }: { vendor: string }) {
  const { t } = useWords()
  return (
    <Link className="card vendor-card" to="/sources/connect" search={{ vendor }}>
      <strong>
        <bdi>{vendorName(vendor, t)}</bdi>
      </strong>
      <span className="small muted">{t(isKnown(vendor) ? `vendorAt.${vendor}` : 'vendorAt.other')}</span>
    </Link>
  )
}
