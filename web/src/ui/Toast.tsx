import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { useWords } from './words.ts'

interface Offer {
  text: string
  /** Left out where there is nothing left to be undone. */
  undo?: () => Promise<unknown>
}

/** Says what was done, and offers to undo it for a while. An undo that gives undefined, as a change does, has failed. */
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
  // What was done while something was being undone has an offer of its own, which stays.
  const done = (over: Offer, next: Offer | undefined) => {
    setOffer((now) => (now === over ? next : now))
    // A button that goes tells nobody that it has lost the focus.
    setHeld(false)
  }
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
        <Toast offer={offer} onDone={done} />
      </div>
    </ToastContext>
  )
}

interface ToastProps {
  offer: Offer | undefined
  onDone: (over: Offer, next: Offer | undefined) => void
}

function Toast({ offer, onDone }: ToastProps) {
  const { t } = useWords()
  const [undoing, setUndoing] = useState<Offer>()
  const undo = async (offer: Offer) => {
    setUndoing(offer)
    const undone = await offer.undo?.().catch(() => undefined)
    onDone(offer, undone === undefined ? { text: t('undo.failed') } : undefined)
  }
  return (
    <div role="status">
      {offer && (
        <p className="toast">
          <span>{offer.text}</span>
          {offer.undo && (
            <button type="button" className="button small" disabled={undoing === offer} onClick={() => void undo(offer)}>
              {t('undo')}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
