import { useRef, useState } from 'react'
import { endChat } from './api.ts'
import { Chat } from './Chat.tsx'
import { useHost } from './host.ts'
import { Outcome } from './Outcome.tsx'
import type { Line, Role, Scene } from './scene.ts'
import { useWords } from './words.ts'

const newConversation = () => `try-${crypto.randomUUID()}`

/** A pretend chat, both sides of which are played, beside the operator's window. */
export function Try({ scene }: { scene: Scene }) {
  const { t } = useWords()
  const frame = useRef<HTMLIFrameElement>(null)
  const [conversation, setConversation] = useState(newConversation)
  const [lines, setLines] = useState<Line[]>([])
  const [ended, setEnded] = useState<Role | null>(null)
  const [refused, setRefused] = useState('')
  const [busy, setBusy] = useState(false)
  useHost(frame, conversation)

  const say = (by: Role, text: string) => {
    setRefused('')
    setLines((said) => [...said, { by, text, at: new Date().toISOString() }])
  }
  const end = async (by: Role) => {
    setBusy(true)
    const { closed, reason } = await endChat(conversation, by, lines).catch(() => ({ closed: false, reason: t('try.failed') }))
    setBusy(false)
    setRefused(reason ?? '')
    if (closed) setEnded(by)
  }
  const another = () => {
    setConversation(newConversation())
    setLines([])
    setEnded(null)
    setRefused('')
  }
  return (
    <>
      <header className="top">
        <h1>{t('try.title')}</h1>
        <p className="muted">{t('try.lead')}</p>
        {scene.outbox && <a href="outbox">{t('try.outbox')}</a>}
      </header>
      <main className="stage">
        <Chat scene={scene} lines={lines} ended={ended} refused={refused} busy={busy} say={say} end={end}>
          <Outcome conversation={conversation} outbox={scene.outbox} />
          <button type="button" className="button" onClick={another}>
            {t('try.another')}
          </button>
        </Chat>
        <iframe ref={frame} className="window" title={t('try.window')} src={`panel/${scene.source}`} />
      </main>
    </>
  )
}
