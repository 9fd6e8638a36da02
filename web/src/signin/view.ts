import { spaced } from './opener.ts'
import type { Translate } from './words.ts'

/** What the pop-up shows. */
export type View =
  | { state: 'working' | 'done' | 'stray' }
  | { state: 'code'; code: string; again: () => void }
  | { state: 'expired'; again: () => void }
  | { state: 'failed'; message: string; again: () => void }

/** Makes an element with what is in it. Texts are texts, whatever they look like. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

/** Shows the view of a window's sign-in, in place of what was there. */
export function show(root: Element, source: string, who: string, view: View, t: Translate) {
  const main = element('main', { className: 'pop-up' }, element('h1', {}, t('signin.title')))
  if (source) main.append(element('p', { className: 'muted' }, element('bdi', {}, source)))
  if (who) main.append(element('p', { className: 'small muted' }, t('signin.as', { name: who })))
  main.append(...body(view, source, t))
  root.replaceChildren(main)
}

function body(view: View, source: string, t: Translate): Node[] {
  const status = (text: string) => {
    const made = element('p', {}, text)
    made.setAttribute('role', view.state === 'failed' ? 'alert' : 'status')
    return made
  }
  switch (view.state) {
    case 'working':
      return [status(t('signin.working'))]
    case 'done':
      return [status(t('signin.done'))]
    case 'stray':
      return [status(t('signin.stray'))]
    case 'code':
      return [
        status(t('signin.code')),
        element('output', { className: 'code' }, spaced(view.code)),
        element('p', { className: 'small' }, t('signin.codeOnly', { name: source })),
        button(t('signin.newCode'), view.again),
      ]
    case 'expired':
      return [status(t('signin.expired')), button(t('signin.newCode'), view.again)]
    case 'failed':
      return [status(view.message), button(t('signin.again'), view.again)]
  }
}

function button(label: string, press: () => void) {
  return element('button', { type: 'button', className: 'button primary', onclick: press }, label)
}
