import { Text } from '../../ui/Text.tsx'
import type { PersonRole } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** What somebody is, and what they may do by that. */
export function Role({ role, campaigns }: { role: PersonRole; campaigns: readonly { id: string; name: string }[] | null }) {
  const { t } = useWords()
  return (
    <>
      <p className="label">{t(`role.${role}`)}</p>
      <p className="small muted">{t(`may.${role}`)}</p>
      {campaigns && (
        <p className="small">
          {t('only')} <Text>{campaigns.map(({ name }) => name).join(', ')}</Text>
        </p>
      )}
    </>
  )
}
