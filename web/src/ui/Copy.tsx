import { useState } from 'react'
import { copyText } from './clipboard.ts'
import { useWords } from './words.ts'

/** A text that is to be taken elsewhere, and the button that copies it. */
export function Copy({ text, label }: { text: string; label: string }) {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  const copy = () => void copyText(text).then(setCopied)
  return (
    <div className="row">
      <input className="input mono" readOnly value={text} aria-label={label} onFocus={(event) => event.target.select()} />
      <button type="button" className="button" onClick={copy}>
        <span role="status">{t(copied ? 'copied' : 'copy')}</span>
      </button>
    </div>
  )
}
