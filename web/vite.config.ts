import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const entry = (name: string) => fileURLToPath(new URL(`${name}.html`, import.meta.url))

// The build must come out the same on every machine, because web/dist is committed and CI compares: so there are no chunks by
// hand. The server serves it below any path, so every address in it is relative.
export default defineConfig({
  base: './',
  plugins: [react()],
  build: {
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    // What a page leans on is listed in the script that comes first, and each page makes it longer: only for the inbox, which people
    // come to most, is that worth it. The other pages are fetched when somebody points at the way to them.
    modulePreload: { polyfill: false, resolveDependencies: (page, parts) => (/(^|\/)Inbox-/.test(page) ? parts : []) },
    license: { fileName: 'licenses.md' },
    rolldownOptions: { input: ['app', 'panel', 'signin', 'try'].map(entry) },
  },
  server: { proxy: { '/graphql': 'http://127.0.0.1:8080' } },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
})
