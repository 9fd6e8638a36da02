import { memo, useState } from 'react'
import { type Marks, type Piece, standingOf } from '../ui/covers.ts'
import { visible } from '../ui/visible.ts'
import type { PanelView } from './api.ts'
import type { Draft } from './draft.ts'
import { MessageText } from './MessageText.tsx'
import { join, toggle } from './marks.ts'
import { clock } from './time.ts'
import { useSelected } from './useSelected.ts'
import { useWords } from './words.ts'

type Message = NonNullable<PanelView['chat']>['transcript'][number]

interface Props extends Pick<Draft, 'starred' | 'covered' | 'lifted'> {
  panel: PanelView
  edit(change: (draft: Draft) => Partial<Draft>): void
  readOnly: boolean
}

/**
 * What was said, with stars for the lines that the mail begins with, and black for what it must not hold. It can be long, so it is made
 * only while it is open, and not anew for every letter of a note. What is said in a chat that runs can be read, and marked once it closed.
 */
export const Transcript = memo(function Transcript({ panel, starred, covered, lifted, edit, readOnly: fixed }: Props) {
  const [open, setOpen] = useState(false)
  const { t } = useWords()
  const [covering, setCovering] = useState(false)
  const { selected, list } = useSelected()
  const said = panel.chat ?? panel.conversation
  const readOnly = fixed || !panel.chat
  const transcript = said?.transcript ?? []
  const suggested = panel.followUp?.suggestedCovers ?? []
  const marks: Marks = { covered, lifted, suggested }
  const hidden = covered.length + standingOf(suggested, lifted).length
  const counts = [
    t('transcript.messages', { count: transcript.length }),
    ...(starred.length ? [t('transcript.starred', { count: starred.length })] : []),
    ...(hidden ? [t('transcript.covered', { count: hidden })] : []),
  ]
  const flip = (piece: Pick<Piece, 'cover' | 'stretch'>) => edit((draft) => toggle(piece, draft))
  const star = (key: string) =>
    edit((draft) => ({ starred: draft.starred.includes(key) ? draft.starred.filter((other) => other !== key) : [...draft.starred, key] }))

  if (!said) return null
  return (
    <details className="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('transcript.title')} <span className="muted small">{counts.join(' · ')}</span>
      </summary>
      <div className="more-body">
        {transcript.length === 0 && <p className="muted">{t('transcript.empty')}</p>}
        {!readOnly && transcript.length > 0 && (
          <div className="cover-tools">
            <button type="button" className="button small" aria-pressed={covering} onClick={() => setCovering(!covering)}>
              {t('cover.mode')}
            </button>
            <button
              type="button"
              className="button small"
              hidden={!selected}
              // The press must not take the selection away before it is used.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => selected && edit((draft) => ({ covered: join([...draft.covered, selected]) }))}
            >
              {t('cover.selection')}
            </button>
            {covering && <p className="small muted">{t('cover.help')}</p>}
          </div>
        )}
        <ol className={covering ? 'transcript covering' : 'transcript'} ref={list}>
          {(open ? transcript : []).map((message) => (
            <Line
              key={message.key}
              message={message}
              marks={marks}
              starred={starred.includes(message.key)}
              onStar={readOnly || message.private || message.event ? undefined : () => star(message.key)}
              covering={covering && !readOnly}
              onFlip={readOnly ? undefined : flip}
            />
          ))}
        </ol>
      </div>
    </details>
  )
})

interface LineProps {
  message: Message
  marks: Marks
  starred: boolean
  onStar: (() => void) | undefined
  covering: boolean
  onFlip: ((piece: Pick<Piece, 'cover' | 'stretch'>) => void) | undefined
}

function Line({ message, marks, starred, onStar, covering, onFlip }: LineProps) {
  const { t, language } = useWords()
  return (
    <li className={`line ${message.event ? 'event' : message.role.toLowerCase()}`}>
      <p className="line-head small muted">
        <bdi>{visible(message.name)}</bdi> <time dateTime={message.at}>{clock(message.at, language)}</time>
        {message.private && <span className="flag">{t('transcript.private')}</span>}
      </p>
      {onStar ? (
        <button
          type="button"
          className="icon-button star"
          aria-pressed={starred}
          onClick={onStar}
          aria-label={`${t('transcript.star')}: ${visible(message.text).slice(0, 80)}`}
          title={t('transcript.star')}
        >
          <span aria-hidden="true">{starred ? '★' : '☆'}</span>
        </button>
      ) : (
        starred && <span className="star">★</span>
      )}
      <MessageText message={message.key} text={message.text} marks={marks} covering={covering} onFlip={onFlip} />
      {message.files.map((file) => (
        <p key={file.name} className="small muted">
          {t('transcript.file', { name: visible(file.name) })}
        </p>
      ))}
    </li>
  )
}
