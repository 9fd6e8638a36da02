import { Text } from '../../../ui/Text.tsx'
import { visible } from '../../../ui/visible.ts'
import { sizeOf } from './size.ts'
import type { MessageView } from './types.ts'
import { useWords } from './words.ts'

/** Files that were sent in a chat. The vendor keeps them: a link leads there. */
export function Files({ files }: { files: MessageView['files'] }) {
  const { language } = useWords()
  if (files.length === 0) return null
  return (
    <ul className="small">
      {files.map(({ name, url, type, size }) => (
        <li key={`${name} ${url}`}>
          <Elsewhere url={url}>{name || url}</Elsewhere>{' '}
          <span className="muted">
            <Text>{[type, size > 0 ? sizeOf(size, language) : ''].filter(Boolean).join(', ')}</Text>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** An address that a stranger gave. It is a link only where it leads to a page, and does not tell that page of ours. */
export function Elsewhere({ url, children }: { url: string; children: string }) {
  if (!/^https?:\/\//i.test(url)) return <Text>{children}</Text>
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      <bdi>{visible(children)}</bdi>
    </a>
  )
}
