import { Text } from '../../../ui/Text.tsx'

/** Addresses that mails go to. */
export function To({ emails }: { emails: readonly string[] }) {
  if (emails.length === 0) return null
  return (
    <span className="small muted to">
      <Text>{emails.join(', ')}</Text>
    </span>
  )
}
