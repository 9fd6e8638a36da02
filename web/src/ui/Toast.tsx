import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { useWords } from './words.ts'

interface Offer {
  text: string
  undo: () => Promise<unknown>
}

/** Says what was done, and offers to undo it for a while. */
export type OfferUndo = (text: string, undo: () => Promise<unknown>) => void

const ToastContext = createContext<OfferUndo>(() => {})

export const useUndo = () => useContext(ToastContext)

// How long an undo is offered, in milliseconds, unless it is pointed at or has the focus.
const patience = 10_000

/** The place at the foot of all pages where an undo is offered. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [offer, setOffer] = useState<Offer>()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (!offer || held) return
    const timer = setTimeout(() => setOffer(undefined), patience)
    return () => clearTimeout(timer)
  }, [offer, held])
  const make = useCallback<OfferUndo>((text, undo) => setOffer({ text, undo }), [])
  return (
    <ToastContext value={make}>
      {children}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only keeps what is in it from going while somebody is at it */}
      <div
        className="toasts"
        onMouseEnter={() => setHeld(true)}
        onMouseLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        <Toast offer={offer} onDone={setOffer} />
      </div>
    </ToastContext>
  )
}

function Toast({ offer, onDone }: { offer: Offer | undefined; onDone: (next: Offer | undefined) => void }) {
  const { t } = useWords()
  const undo = () => void offer?.undo().finally(() => onDone(undefined))
  return (
    <div role="status">
      {offer && (
        <p className="toast">
          <span>{offer.text}</span>
          <button type="button" className="button small" onClick={undo}>
            {t('undo')}
          </button>
        </p>
      )}
    </div>
  )
}
