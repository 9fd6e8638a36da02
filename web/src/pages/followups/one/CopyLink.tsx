import { useState } from 'react'
import { copyText } from '../../../ui/clipboard.ts'
import { useWords } from './words.ts'

/** Copies the address of the page, for somebody else. */
export function CopyLink() {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  const copy = () => void copyText(location.href.split('#')[0] ?? '').then(setCopied)
  return (
    <button type="button" className="button quiet" onClick={copy} onBlur={() => setCopied(false)}>
      <span role="status">{t(copied ? 'link.copied' : 'link.copy')}</span>
    </button>
  )
}
