import { useState } from 'react'
import { copyText } from '../../../ui/clipboard.ts'
import { type Item, textOfList } from './list.ts'
import { useWords } from './words.ts'

/** Copies a row as people type it. */
export function CopyRow({ name, list }: { name: string; list: readonly Item[] }) {
  const { t } = useWords()
  const [copied, setCopied] = useState('')
  const text = textOfList(list)
  if (text === '') return null
  const copy = () => void copyText(text).then((done) => setCopied(done ? text : ''))
  return (
    <button type="button" className="button quiet small" aria-label={t('copy.row', { row: name })} onClick={copy}>
      <span role="status">{t(copied === text ? 'copied' : 'copy')}</span>
    </button>
  )
}
