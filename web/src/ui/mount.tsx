import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { loadWords } from '../messages/messages.ts'
import { WordsProvider } from '../messages/Words.tsx'
import './styles.css'

/** Shows a page in the browser's language. */
export async function mount(page: ReactNode) {
  // After an upgrade the pieces that an old page asks for may be gone; the page as it is now has its own.
  addEventListener('vite:preloadError', () => location.reload(), { once: true })
  const words = await loadWords(navigator.languages)
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no element with the id "root"')
  createRoot(root).render(
    <StrictMode>
      <WordsProvider initial={words}>{page}</WordsProvider>
    </StrictMode>,
  )
}
