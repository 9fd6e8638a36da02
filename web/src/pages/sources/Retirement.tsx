import { useChange, useData } from '../../api/data.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { useUndo } from '../../ui/Toast.tsx'
import { RestoreSourceDocument, RetireSourceDocument, SourceDocument } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** Gives a source up, and takes it back into use. */
export function Retirement({ id }: { id: string }) {
  const { t } = useWords()
  const data = useData('sources', SourceDocument, { id })
  return (
    <section className="card stack">
      <h2>{t('retire.title')}</h2>
      <p>{t('retire.text')}</p>
      <Answer of={data}>{({ source }) => source && <Switch id={id} name={source.name} retired={source.retired} />}</Answer>
    </section>
  )
}

function Switch({ id, name, retired }: { id: string; name: string; retired: boolean }) {
  const { t } = useWords()
  const offerUndo = useUndo()
  const retire = useChange(RetireSourceDocument)
  const restore = useChange(RestoreSourceDocument)
  const press = async () => {
    if (retired) await restore.run({ id })
    else if (await retire.run({ id })) offerUndo(t('retire.done', { name }), () => restore.run({ id }))
  }
  return (
    <>
      <Problem problem={retire.problem ?? restore.problem} />
      <div>
        <button type="button" className="button" disabled={retire.busy || restore.busy} onClick={press}>
          {t(retired ? 'retire.restore' : 'retire.retire')}
        </button>
      </div>
    </>
  )
}
