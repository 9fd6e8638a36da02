import { Dialog } from '../ui/Dialog.tsx'
import { useKeyBoard } from '../ui/keys.tsx'
import { useWords } from './words.ts'

/** All keys of the page, and the switch that turns them off. */
export default function KeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const { uses, on, switchOn } = useKeyBoard()
  return (
    <Dialog title={t('keys.title')} open onClose={onClose}>
      <dl className="keys">
        {uses.map(({ keys, label }) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input type="checkbox" checked={on} onChange={(event) => switchOn(event.target.checked)} />
        {t('keys.on')}
      </label>
    </Dialog>
  )
}
