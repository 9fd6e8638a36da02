import { Text } from '../../../ui/Text.tsx'
import type { FollowUpView } from './types.ts'
import { useWords } from './words.ts'

/** Tells of a newer version of the chat, which nobody was mailed. */
export function Late({ followUp: { late, lateDecision, receipt } }: { followUp: FollowUpView }) {
  const { t } = useWords()
  if (!late) return null
  const have = new Set(receipt.map(({ recipient }) => recipient.email))
  const others = (lateDecision?.recipients ?? []).map(({ address }) => address.email).filter((email) => !have.has(email))
  return (
    <p className="notice">
      {t('late.text')}{' '}
      {others.length > 0 && (
        <>
          {t('late.others')} <Text>{others.join(', ')}</Text>.{' '}
        </>
      )}
      {t('late.next')}
    </p>
  )
}
