/** How a mail is looked at: by whom it was made for, on a dark screen, or on a phone. */
export type MailLook = 'light' | 'dark' | 'phone'

/**
 * A mail as a mail program would show it, to be put into a sandboxed frame. Our policy refuses a mail's style sheets, which change it for
 * dark screens and for phones; styles on elements it allows. So the rules that count are put on the elements that they are for.
 */
export function asShown(html: string, look: MailLook): string {
  const { rest, sheets } = apart(html)
  const mail = new DOMParser().parseFromString(rest, 'text/html')
  for (const rule of sheets.flatMap((css) => rulesOf(css, look))) putOn(mail, rule)
  mail.documentElement.style.colorScheme = look === 'dark' ? 'dark' : 'light'
  // Links lead out of a frame that nothing may leave: so they lead nowhere.
  const base = mail.createElement('base')
  base.target = '_blank'
  mail.head.prepend(base)
  return `<!doctype html>${mail.documentElement.outerHTML}`
}

/** A mail without its style sheets, and those; for a browser reports each that it meets. Nobody else's is in a mail of ours. */
export function apart(html: string): { rest: string; sheets: string[] } {
  // What is for Outlook alone is in comments.
  const shown = html.replace(/<!--[\s\S]*?-->/g, '')
  const sheet = /<style[^>]*>([\s\S]*?)<\/style>/gi
  return { rest: shown.replace(sheet, ''), sheets: [...shown.matchAll(sheet)].map(([, css = '']) => css) }
}

/** The rules of a style sheet that count, in their order. */
function rulesOf(css: string, look: MailLook): CSSStyleRule[] {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return [...sheet.cssRules].flatMap((rule) => {
    if (rule instanceof CSSStyleRule) return [rule]
    if (!(rule instanceof CSSMediaRule) || !counts(rule.media.mediaText, look)) return []
    return [...rule.cssRules].filter((inner) => inner instanceof CSSStyleRule)
  })
}

/** Whether what is meant for some screens is meant for this one. Mails of ours know of two sorts. */
export function counts(media: string, look: MailLook): boolean {
  if (media.includes('prefers-color-scheme')) return look === 'dark' && media.includes('dark')
  return look === 'phone' && media.includes('max-width')
}

function putOn(mail: Document, rule: CSSStyleRule) {
  for (const element of mail.querySelectorAll<HTMLElement>(rule.selectorText)) {
    for (const name of rule.style) {
      element.style.setProperty(name, rule.style.getPropertyValue(name), rule.style.getPropertyPriority(name))
    }
  }
}
