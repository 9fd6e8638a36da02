import type { ReactNode } from 'react'
import { type Permission, useViewer } from '../api/viewer.ts'
import { Page } from './Page.tsx'
import { useWords } from './words.ts'

/** A page for those who may do something. Whoever else types its address is told what they lack, and whom to ask. */
export function Only({ may, title, children }: { may: Permission; title: string; children: ReactNode }) {
  const { t } = useWords()
  const viewer = useViewer()
  if (viewer.may(may)) return children
  return (
    <Page title={title}>
      <p>{t(`lacking.${may}`)}</p>
      <p className="muted">{t('lacking.ask')}</p>
    </Page>
  )
}
