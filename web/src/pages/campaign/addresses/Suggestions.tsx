import { useData } from '../../../api/data.ts'
import { SuggestAddressesDocument } from './gql/graphql.ts'

interface SuggestionsProps {
  id: string
  campaign: string
  typed: string
  /** Whether the list has an address already. */
  known(email: string): boolean
}

/** The addresses that were used before and begin with what is typed. */
export function Suggestions({ id, campaign, typed, known }: SuggestionsProps) {
  // The browser goes on by itself from what the first letters found.
  const prefix = typed.trim().slice(0, 3)
  const found = useData('account', SuggestAddressesDocument, prefix === '' || prefix.includes('<') ? null : { campaign, prefix })
  return (
    <datalist id={id}>
      {found.data?.addressSuggestions
        .filter(({ address }) => !known(address.email))
        .map(({ address }) => (
          <option key={address.email} value={address.text} />
        ))}
    </datalist>
  )
}
