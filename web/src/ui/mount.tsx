import { type ReactNode, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { WordsProvider } from '../messages/Words.tsx'
import './styles.css'

/** Shows a change at once, for what looks at the page right after it. From here, so that React DOM stays one piece. */
export { flushSync } from 'react-dom'

/** Shows a page in a person's language; where that is empty, in the browser's. */
export function mount(page: ReactNode, language = '') {
  // After an upgrade the pieces that an old page asks for may be gone; the page as it is now has its own.
  addEventListener('vite:preloadError', () => location.reload(), { once: true })
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no element with the id "root"')
  createRoot(root).render(
    <StrictMode>
      <WordsProvider language={language}>
        <Suspense>{page}</Suspense>
      </WordsProvider>
    </StrictMode>,
  )
}
