import { Refusal, request } from '../api/client.ts'
import { pageData } from '../api/page.ts'
import { loadWords, speak, tagOf } from '../messages/messages.ts'
import '../ui/styles.css'
import './signin.css'
import { CreatePanelCodeDocument, CreatePanelTokenDocument } from './gql/graphql.ts'
import { handOver, nonceOf, ourOpener, signInAddress } from './opener.ts'
import type { SignInPage } from './page.ts'
import { show, type View } from './view.ts'
import { messages } from './words.ts'

// The pop-up by which people sign in at the operator's window: a page of our own, to which their cookie comes. It asks for a token and
// hands it to the window that opened it; where it cannot reach one of ours, it shows a code to be typed there.

const page = pageData<SignInPage>()
const nonce = nonceOf(location.hash)
const language = tagOf([...(page.person?.language ? [page.person.language] : []), ...navigator.languages])
const words = await loadWords(messages, language)
document.documentElement.lang = speak([language])
document.title = words.t('signin.title')
addEventListener('vite:preloadError', () => location.reload(), { once: true })
let expiry = 0

function tell(view: View) {
  const root = document.getElementById('root')
  if (root) show(root, page.name, page.person?.name ?? '', view, words.t)
}

async function byToken(nonce: string): Promise<boolean> {
  const opener = ourOpener(window.opener, location.origin)
  if (!opener) return false
  const { createPanelToken: made } = await request(CreatePanelTokenDocument, { input: { source: page.source } })
  if (!made) return false
  handOver(opener, location.origin, nonce, made)
  tell({ state: 'done' })
  window.close()
  return true
}

async function byCode(nonce: string) {
  const { createPanelCode: made } = await request(CreatePanelCodeDocument, { input: { source: page.source, nonce } })
  if (!made) return
  const again = () => void signIn()
  tell({ state: 'code', code: made.code, again })
  const left = Math.max(Date.parse(made.expiresAt) - Date.now(), 0)
  expiry = window.setTimeout(() => tell({ state: 'expired', again }), left)
}

async function signIn() {
  if (nonce === null) return tell({ state: 'stray' })
  clearTimeout(expiry)
  tell({ state: 'working' })
  try {
    if (!(await byToken(nonce))) await byCode(nonce)
  } catch (error) {
    const message = error instanceof Refusal && error.code !== 'INTERNAL' ? error.message : words.t('signin.failed')
    tell({ state: 'failed', message, again: () => location.reload() }) // the session may have ended meanwhile
  }
}

// Where nobody is signed in, the browser goes to where people do that, and comes back.
if (page.person === null && nonce !== null) location.replace(signInAddress(document.baseURI, page.source, location.hash))
else await signIn()
