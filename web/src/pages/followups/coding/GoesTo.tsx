import { useData } from '../../../api/data.ts'
import { serverLanguage } from '../../../api/language.ts'
import { Text } from '../../../ui/Text.tsx'
import { GoesToDocument } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** To whom codes lead. */
export function GoesTo({ campaign, codes, extra = '' }: { campaign: string; codes: readonly string[]; extra?: string }) {
  const { t, language } = useWords()
  const { data } = useData('account', GoesToDocument, {
    input: { campaign, codes: [...codes], extraAddresses: extra },
    language: serverLanguage(language),
  })
  if (!data) return null
  const { recipients, notForwarded } = data.simulateRouting
  if (recipients.length === 0) return <p className="small warning">{t(notForwarded ? `nobody.${notForwarded}` : 'nobody')}</p>
  return (
    <p className="small">
      {t('goesTo')}{' '}
      {recipients.map(({ address, reasons }, at) => (
        <span key={address.email}>
          {at > 0 && ' · '}
          <Text>{address.email}</Text> <span className="muted">({reasons.map(({ sentence }) => sentence).join(' · ')})</span>
        </span>
      ))}
    </p>
  )
}
