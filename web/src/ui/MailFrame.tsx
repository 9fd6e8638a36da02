import { useMemo } from 'react'
import { asShown, type MailLook } from './mailLook.ts'
import './mail-frame.css'

/** The HTML of a mail. It holds what strangers wrote: nothing in it runs, loads anything or leads anywhere. */
export function MailFrame({ html, look, title }: { html: string; look: MailLook; title: string }) {
  const shown = useMemo(() => asShown(html, look), [html, look])
  return <iframe className={`mail-frame ${look}`} title={title} sandbox="" srcDoc={shown} />
}
