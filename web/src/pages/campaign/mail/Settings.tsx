import { useChange } from '../../../api/data.ts'
import { useViewer } from '../../../api/viewer.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { wrongElsewhere, wrongWith } from '../../../ui/problem.ts'
import { useUndo } from '../../../ui/Toast.tsx'
import { before, type Campaign, type Code, changed, type Draft, type Setting, type Stored, settings, without } from './draft.ts'
import { Fields } from './Fields.tsx'
import { SaveCodeMailSettingsDocument, UpdateMailSettingsDocument } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** What the settings of all mails, and those of a code's, are told alike. */
interface PartProps {
  campaign: Campaign
  draft: Draft
  onDraft(next: Draft): void
  /** What is wrong with what is being typed, before it is saved. */
  wrong(setting: Setting): string
}

/** The settings of all mails of a campaign. */
export function CampaignSettings(props: PartProps) {
  const change = useChange(UpdateMailSettingsDocument)
  const run = (values: Draft) => change.run({ campaign: props.campaign.id, ...values })
  return (
    <Form {...props} stored={props.campaign.mailSettings} save={run} busy={change.busy} problem={change.problem} reset={change.reset} />
  )
}

/** What differs in the mails of chats with a code. */
export function CodeSettings({ code, ...props }: PartProps & { code: Code }) {
  const change = useChange(SaveCodeMailSettingsDocument)
  // What is not named does not differ from then on, so all of it is.
  const run = (values: Draft) => change.run({ code: code.id, ...code.mailSettings, ...values })
  return (
    <Form {...props} code={code} stored={code.mailSettings} save={run} busy={change.busy} problem={change.problem} reset={change.reset} />
  )
}

interface FormProps extends PartProps {
  code?: Code
  stored: Stored
  /** Saves some settings; gives undefined where that failed. */
  save(values: Draft): Promise<unknown>
  busy: boolean
  problem: Error | null
  reset(): void
}

function Form({ stored, save, busy, problem, reset, draft, onDraft, wrong, ...about }: FormProps) {
  const { t } = useWords()
  const undo = useUndo()
  const may = useViewer().may('CAMPAIGN')
  const change = changed(stored, draft)
  const unsaved = Object.keys(change).length > 0
  const submit = async () => {
    const was = before(stored, change)
    if ((await save(change)) === undefined) return
    onDraft(without(draft, change))
    undo(t('saved'), () => save(was))
  }
  const discard = () => {
    reset()
    onDraft({})
  }
  const edit = (value: Draft) => {
    if (problem) reset()
    onDraft({ ...draft, ...value })
  }
  const said = (setting: Setting) => (setting in change ? wrong(setting) || wrongWith(problem, `input.${setting}`) : '')
  return (
    <form
      className="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <fieldset disabled={!may} className="stack">
        <Fields {...about} may={may} values={{ ...stored, ...draft }} onChange={edit} wrong={said} />
      </fieldset>
      <Problem
        problem={wrongElsewhere(
          problem,
          settings.map((setting) => `input.${setting}`),
        )}
      />
      {may && (
        <div className="row wrap">
          <button type="submit" className="button primary" disabled={!unsaved || busy}>
            {t('save')}
          </button>
          <button type="button" className="button quiet" disabled={!unsaved || busy} onClick={discard}>
            {t('discard')}
          </button>
        </div>
      )}
    </form>
  )
}
