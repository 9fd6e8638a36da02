import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { useWords } from './words.ts'

interface DialogProps {
  title: string
  open: boolean
  /** Whether there is much to read in it. */
  wide?: boolean
  onClose: () => void
  children: ReactNode
}

/** A dialog above the page, which keeps the focus until it is closed: by its button, by Escape or by a press beside it. */
export function Dialog({ title, open, wide = false, onClose, children }: DialogProps) {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const name = useId()
  // Who marks text with the mouse may end up beside the dialog: it is closed by what begins there.
  const beside = useRef(false)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  // Closed before it goes, it gives the focus back to where it was.
  useLayoutEffect(() => {
    const shown = dialog.current
    return () => shown?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      className={wide ? 'wide' : undefined}
      aria-labelledby={name}
      onClose={onClose}
      onPointerDown={(event) => {
        beside.current = event.target === dialog.current
      }}
      onClick={(event) => event.target === dialog.current && beside.current && onClose()}
    >
      {open && (
        <div className="dialog">
          <div className="dialog-head">
            <h2 id={name}>{title}</h2>
            <button type="button" className="icon-button" aria-label={t('close')} onClick={onClose}>
              ×
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  )
}
