import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { focusSoon } from '../../../ui/focus.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { useUndo } from '../../../ui/Toast.tsx'
import { Differences } from './Differences.tsx'
import { diffLists } from './list.ts'
import { Replay } from './Replay.tsx'
import { fieldOf } from './table.ts'
import type { Desk } from './useDraft.ts'
import type { Publishing } from './usePublish.ts'
import { useWords } from './words.ts'

/** At the foot of the page while there is a draft: what is changed, and the way to publish or drop it. */
export function Publish({ desk, publishing }: { desk: Desk; publishing: Publishing }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const offerUndo = useUndo()
  if (!desk.dirty) return null
  const places = [...desk.changed.map(fieldOf), 'view-list']
  const drop = () => {
    const takeBack = desk.drop()
    focusSoon(...places)
    offerUndo(t('dropped'), async () => {
      takeBack()
      return true
    })
  }
  const why = whyNot(desk)
  const ready = why === undefined
  return (
    <section className="publish card" aria-label={t('draft')}>
      <p role="status">
        {why ? t(why, { count: Object.keys(desk.draft.typed).length }) : t('publish.changed', { count: desk.changed.length })}
      </p>
      <div className="row wrap">
        <button type="button" id="try-draft" className="button primary" aria-disabled={!ready} onClick={() => ready && setOpen(true)}>
          {t('publish.try')}
        </button>
        <button type="button" className="button quiet" onClick={drop}>
          {t('drop')}
        </button>
      </div>
      <Dialog title={t('publish.title')} open={open} wide onClose={() => setOpen(false)}>
        <Review desk={desk} publishing={publishing} />
      </Dialog>
    </section>
  )
}

function whyNot({ draft, disputed, changed }: Desk) {
  if (Object.keys(draft.typed).length > 0) return 'publish.unread' as const
  if (disputed.length > 0) return 'publish.disputed' as const
  return changed.length === 0 ? ('publish.same' as const) : undefined
}

/** What would be published, what it would have done with the chats that there were, and why it is done. */
function Review({ desk, publishing }: { desk: Desk; publishing: Publishing }) {
  const { t } = useWords()
  const [comment, setComment] = useState('')
  const why = whyNot(desk)
  const places = [...desk.changed.map(fieldOf), 'view-list']
  const rows = desk.changed.map((row) => ({
    id: row.id,
    label: row.label,
    diff: diffLists(row.saved, desk.list(row)),
    problem: publishing.rows.get(row.id) ?? '',
  }))
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!why && !publishing.busy) void publishing.publish(comment).then((done) => done && focusSoon(...places))
      }}
    >
      <Differences rows={rows} />
      <Replay desk={desk} />
      <Field label={t('comment')} problem={publishing.comment}>
        {(control) => (
          <input
            {...control}
            className="input"
            maxLength={500}
            placeholder={t('comment.placeholder')}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        )}
      </Field>
      <Problem problem={publishing.problem} />
      {why === 'publish.disputed' && <p role="alert">{t(why)}</p>}
      <div className="row wrap">
        <button type="submit" className="button primary" aria-disabled={why !== undefined || publishing.busy}>
          {t(publishing.busy ? 'publishing' : 'publish')}
        </button>
      </div>
    </form>
  )
}
