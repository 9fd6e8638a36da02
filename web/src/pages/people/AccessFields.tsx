import { useId } from 'react'
import { Limit } from '../../ui/Limit.tsx'
import { type Access, roles } from './access.ts'
import type { PeopleQuery } from './gql/graphql.ts'
import { useWords } from './words.ts'

interface AccessFieldsProps {
  access: Access
  campaigns: PeopleQuery['campaigns']
  onChange: (access: Access) => void
}

/** What somebody is to be, in words of what they may do then, and where. */
export function AccessFields({ access, campaigns, onChange }: AccessFieldsProps) {
  const { t } = useWords()
  const name = useId()
  return (
    <>
      <fieldset className="options">
        <legend>{t('role')}</legend>
        {roles.map((role) => (
          <label key={role} className="check hinted">
            <input type="radio" name={name} checked={access.role === role} onChange={() => onChange({ ...access, role })} />
            <span>
              {t(`role.${role}`)}
              <span className="small muted"> {t(`may.${role}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {access.role !== 'OWNER' && (
        <Limit
          legend={t('campaigns')}
          all={t('campaigns.all')}
          some={t('campaigns.some')}
          items={campaigns}
          chosen={access.campaigns}
          onChange={(campaigns) => onChange({ ...access, campaigns })}
        />
      )}
    </>
  )
}
