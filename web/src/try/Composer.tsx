import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useWords } from './words.ts'

/** Where one of the two is played: a box to write in, and what they would say next, to be sent by one click. */
export function Composer({ title, sample, disabled, send, children }: ComposerProps) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    send(text.trim())
    setText('')
  }
  return (
    <form className="composer" onSubmit={submit}>
      <label htmlFor={id}>{title}</label>
      {sample !== undefined && (
        <button type="button" className="sample" disabled={disabled} onClick={() => send(sample)}>
          {t('try.sample', { text: sample })}
        </button>
      )}
      <div className="composer-row">
        <input
          id={id}
          className="input"
          maxLength={4000}
          autoComplete="off"
          placeholder={t('try.write')}
          value={text}
          disabled={disabled}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="button" disabled={disabled}>
          {t('try.send')}
        </button>
      </div>
      {children}
    </form>
  )
}

interface ComposerProps {
  title: string
  /** What they would say next; undefined once all of it was said. */
  sample: string | undefined
  disabled: boolean
  send(text: string): void
  /** How they end the chat. */
  children: ReactNode
}
