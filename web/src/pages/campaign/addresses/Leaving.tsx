import { Leaving as Asking } from '../../../ui/Leaving.tsx'
import { useWords } from './words.ts'

/** Asks whoever leaves with a draft whether it may be lost. */
export function Leaving({ dirty }: { dirty: boolean }) {
  const { t } = useWords()
  return <Asking dirty={dirty} title={t('leave.title')} text={t('leave.text')} stay={t('leave.stay')} go={t('leave.go')} />
}
