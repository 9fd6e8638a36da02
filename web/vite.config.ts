import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

// Puts a script before everything else on the pages of the app: no module, so that it has run before anything is painted.
const theme = (): Plugin => ({
  name: 'theme',
  apply: 'build',
  buildStart() {
    this.emitFile({ type: 'asset', name: 'theme.js', source: readFileSync(fileURLToPath(new URL('src/ui/theme.js', import.meta.url))) })
  },
  transformIndexHtml(_, { filename, bundle }) {
    const name = Object.keys(bundle ?? {}).find((name) => /theme-[\w-]+\.js$/.test(name))
    if (!filename.endsWith('app.html') || !name) return []
    return [{ tag: 'script', attrs: { src: `./${name}` }, injectTo: 'head-prepend' }]
  },
})

const entry = (name: string) => fileURLToPath(new URL(`${name}.html`, import.meta.url))

// The build must come out the same on every machine, because web/dist is committed and CI compares: so there are no chunks by
// hand but one. The server serves it below any path, so every address in it is relative.
export default defineConfig({
  base: './',
  plugins: [react(), theme()],
  build: {
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    // Which scripts a page needs stands in the page and in each of them; only of its styles must be said before they are there. A list of all
    // for every page would weigh as much as a page.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : files.filter((file) => file.endsWith('.css'))),
    },
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      treeshake: { manualPureFunctions: ['TypedDocumentString'] },
      input: ['app', 'panel', 'signin', 'try'].map(entry),
      // What every page needs, whole: in the pieces that are made by themselves it is larger.
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            {
              name: 'base',
              test: /src[\\/](messages[\\/](messages|shared|Words|en)|api[\\/](client|clock|key|language|page)|ui[\\/](State|visible|mount))\.\w+$/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/graphql': 'http://127.0.0.1:8080' } },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
})
