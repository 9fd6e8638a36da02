import type { ReactNode } from 'react'
import { useWords } from './words.ts'

/** Which keys there are, and whether they are wanted. Ctrl+Enter is no single key, so it always works. */
export function KeySheet({ on, onChange, children }: { on: boolean; onChange(on: boolean): void; children: ReactNode }) {
  const { t } = useWords()
  return (
    <details className="more">
      <summary>{t('keys.title')}</summary>
      <div className="more-body">
        <label className="check">
          <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
          {t('keys.on')}
        </label>
        <dl className="key-list">
          <dt>
            <kbd>1</kbd>–<kbd>9</kbd>
          </dt>
          <dd>{t('keys.codes')}</dd>
          <dt>
            <kbd>N</kbd>
          </dt>
          <dd>{t('keys.note')}</dd>
          <dt>
            <kbd>A</kbd>
          </dt>
          <dd>{t('keys.address')}</dd>
          <dt>
            <kbd>Ctrl</kbd> <kbd>Enter</kbd>
          </dt>
          <dd>{t('keys.ok')}</dd>
        </dl>
        {children}
      </div>
    </details>
  )
}
