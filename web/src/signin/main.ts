import { Refusal, request } from '../api/client.ts'
import { pageData } from '../api/page.ts'
import { loadWords, type Words } from '../messages/messages.ts'
import '../ui/styles.css'
import './signin.css'
import { CreatePanelCodeDocument, CreatePanelTokenDocument, MeDocument } from './gql/graphql.ts'
import { handOver, nonceOf, ourOpener, signInAddress } from './opener.ts'
import type { SignInPage } from './page.ts'
import { show, type View } from './view.ts'

// The pop-up by which people sign in at the operator's window: a page of our own, to which their cookie comes. It asks for a token and
// hands it to the window that opened it; where it cannot reach one of ours, it shows a code to be typed there.

const page = pageData<SignInPage>()
const nonce = nonceOf(location.hash)
let words: Words
let who = ''
let expiry = 0

function tell(view: View) {
  const root = document.getElementById('root')
  if (root) show(root, page.name, who, view, words.t)
}

/** Finds out who is signed in. Where nobody is, the browser goes to where people do that, and comes back. */
async function recognise(): Promise<boolean> {
  try {
    const { viewer } = await request(MeDocument, {})
    who = viewer.name
    if (viewer.person?.language) words = await loadWords([viewer.person.language, ...navigator.languages])
    return true
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'DENIED')) throw error
    location.replace(signInAddress(document.baseURI, page.source, location.hash))
    return false
  }
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
    if ((await recognise()) && !(await byToken(nonce))) await byCode(nonce)
  } catch (error) {
    const message = error instanceof Refusal && error.code !== 'INTERNAL' ? error.message : words.t('signin.failed')
    tell({ state: 'failed', message, again: () => void signIn() })
  }
}

addEventListener('vite:preloadError', () => location.reload(), { once: true })
words = await loadWords(navigator.languages)
document.title = words.t('signin.title')
await signIn()
