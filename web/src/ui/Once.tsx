import { Copy } from './Copy.tsx'
import { useWords } from './words.ts'

/** A secret that can be read now and never again. Whoever shows it forgets it when the page is left. */
export function Once({ text, label }: { text: string; label: string }) {
  const { t } = useWords()
  return (
    <div className="once">
      <p className="label">{label}</p>
      <Copy text={text} label={label} />
      <p className="small notice">{t('once')}</p>
    </div>
  )
}
