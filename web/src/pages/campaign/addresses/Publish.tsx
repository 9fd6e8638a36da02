import { useState } from 'react'
import { Field } from '../../../ui/Field.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import type { Desk } from './useDraft.ts'
import type { Publishing } from './usePublish.ts'
import { useWords } from './words.ts'

/** At the foot of the page while there is a draft: what it changes, and the way to publish or drop it. */
export function Publish({ desk, publishing }: { desk: Desk; publishing: Publishing }) {
  const { t } = useWords()
  const [comment, setComment] = useState('')
  if (!desk.dirty) return null
  const unread = Object.keys(desk.draft.typed).length
  const ready = unread === 0 && desk.disputed.length === 0 && desk.changed.length > 0
  const why = unread > 0 ? t('publish.unread', { count: unread }) : desk.disputed.length > 0 ? t('publish.disputed') : ''
  const submit = async () => {
    if (ready && (await publishing.publish(comment))) setComment('')
  }
  return (
    <form
      className="publish card"
      aria-label={t('publish')}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Problem problem={publishing.problem} />
      <p role="status">{why || t('publish.changed', { count: desk.changed.length })}</p>
      <div className="publish-controls">
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
        <button type="submit" className="button primary" aria-disabled={!ready || publishing.busy}>
          {t(publishing.busy ? 'publishing' : 'publish')}
        </button>
        <button type="button" className="button quiet" onClick={desk.drop}>
          {t('drop')}
        </button>
      </div>
    </form>
  )
}
