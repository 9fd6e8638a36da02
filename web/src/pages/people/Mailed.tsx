import { State } from '../../ui/State.tsx'
import { Text } from '../../ui/Text.tsx'
import { useMoment } from '../../ui/Time.tsx'
import type { InvitationRowFragment } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** Whether the mail server took an invitation, in its own words where it did not. */
export function Mailed({ invitation: { email, sentAt, words } }: { invitation: InvitationRowFragment }) {
  const { t } = useWords()
  const moment = useMoment()
  if (sentAt) return <State tone="ok">{t('mailed', { email, at: moment(sentAt) })}</State>
  return (
    <div>
      <State tone={words ? 'bad' : 'wait'}>{t('notMailed')}</State>
      {words && (
        <p className="small">
          <Text>{words}</Text>
        </p>
      )}
    </div>
  )
}
