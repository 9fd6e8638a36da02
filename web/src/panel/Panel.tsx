import { useEffect } from 'react'
import { useSpeech } from '../messages/Words.tsx'
import { ChatWindow } from './ChatWindow.tsx'
import type { PanelPage } from './page.ts'
import { SignedOut } from './SignedOut.tsx'
import { useSession } from './session.ts'
import { nameOf } from './target.ts'
import { useTarget } from './useTarget.ts'
import { WaitingList } from './WaitingList.tsx'

/** The operator's window: who is it, which chat is it about, and what is to be done about that chat. */
export function Panel({ page }: { page: PanelPage }) {
  const { speak } = useSpeech()
  const session = useSession(page.source)
  const { target, open, tell } = useTarget(page)
  useEffect(() => speak(session.language), [session.language, speak])

  if (session.token === null) return <SignedOut page={page} session={session} />
  if (!target) return <WaitingList token={session.token} session={session} onOpen={(followUp) => open({ followUp })} />
  return <ChatWindow key={`${nameOf(target)} ${session.token}`} target={target} session={session} tell={tell} onList={() => open(null)} />
}
