import { type RefObject, useId } from 'react'
import type { Draft } from './draft.ts'
import { lengthOf } from './marks.ts'
import { useWords } from './words.ts'

// The API's limit, in characters. It is the server that holds it; this is where counting begins to help.
const limit = 10_000
const near = limit - 500

interface Props {
  draft: Draft
  edit(parts: Partial<Draft>): void
  flush(): void
  input: RefObject<HTMLTextAreaElement | null>
}

/** The operator's own words, on top of the mail, and whether it is urgent. */
export function Note({ draft, edit, flush, input }: Props) {
  const { t } = useWords()
  const id = useId()
  const left = limit - lengthOf(draft.note)
  return (
    <section className="note">
      <div className="note-line">
        <h2>
          <label htmlFor={id}>{t('note.title')}</label>
        </h2>
        <label className="check">
          <input type="checkbox" checked={draft.urgent} onChange={(event) => edit({ urgent: event.target.checked })} />
          {t('note.urgent')}
        </label>
      </div>
      <textarea
        ref={input}
        id={id}
        className="input"
        rows={3}
        dir="auto"
        placeholder={t('note.placeholder')}
        value={draft.note}
        onChange={(event) => edit({ note: event.target.value })}
        onBlur={flush}
        aria-describedby={`${id}-left`}
        aria-invalid={left < 0}
        aria-keyshortcuts="n"
      />
      <p className={left < 0 ? 'small problem' : 'small muted'} id={`${id}-left`} aria-live="polite">
        {left < 0 ? t('note.over', { count: -left }) : left < limit - near ? t('note.left', { count: left }) : ''}
      </p>
    </section>
  )
}
