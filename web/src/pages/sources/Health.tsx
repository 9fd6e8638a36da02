import { State } from '../../ui/State.tsx'
import { Text } from '../../ui/Text.tsx'
import { useMoment } from '../../ui/Time.tsx'
import type { SourceHealthFragment } from './gql/graphql.ts'
import { healthOf } from './health.ts'
import { useWords } from './words.ts'

/** How a source is, in words. */
export function Health({ source }: { source: SourceHealthFragment }) {
  const { t } = useWords()
  const moment = useMoment()
  return (
    <ul className="findings">
      {healthOf(source).map(({ tone, about, count = 0, at = '', words }) => (
        <li key={about}>
          <State tone={tone}>{t(`health.${about}`, { count, at: at && moment(at) })}</State>
          {words && (
            <p className="small muted">
              <Text>{words}</Text>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
