import { useNavigate, useSearch } from '@tanstack/react-router'
import { Field } from '../../../ui/Field.tsx'
import { type Campaign, changed, type Drafts, settings } from './draft.ts'
import { useWords } from './words.ts'

/** Chooses which mails the settings are for: all of the campaign's, or those of chats with a success code. */
export function Scope({ campaign, drafts }: { campaign: Campaign; drafts: Drafts }) {
  const { t } = useWords()
  const search = useSearch({ from: '/campaigns/$campaign/mail' })
  const navigate = useNavigate({ from: '/campaigns/$campaign/mail' })
  const codes = campaign.successCodes.filter(({ id, retired }) => !retired || id === search.code)
  const mark = (label: string, differs: boolean, unsaved: boolean) =>
    [label, differs && t('scope.differs'), unsaved && t('scope.unsaved')].filter(Boolean).join(' · ')
  const isUnsaved = (id: string, stored: Parameters<typeof changed>[0]) => Object.keys(changed(stored, drafts[id] ?? {})).length > 0
  return (
    <Field label={t('scope')} hint={t('scope.hint')}>
      {(control) => (
        <select
          {...control}
          className="input"
          value={search.code}
          onChange={(event) => void navigate({ search: { ...search, code: event.target.value }, replace: true })}
        >
          <option value="">{mark(t('scope.all'), false, isUnsaved('', campaign.mailSettings))}</option>
          {codes.map(({ id, label, mailSettings }) => (
            <option key={id} value={id}>
              {mark(
                label,
                settings.some((setting) => mailSettings[setting] !== null),
                isUnsaved(id, mailSettings),
              )}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
