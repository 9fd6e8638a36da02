import type { Frame } from '@playwright/test'

/**
 * What visitors have typed to break windows like this one, and what is to be seen of it: the same, unless another text is shown. What
 * turns the direction of text has a sign in the window, and is in the mail as it was typed.
 */
export const hostileTexts: { text: string; shown?: string; mailed?: 'as typed' }[] = [
  { text: '<script>document.title = "broken"</script>' },
  { text: '"><img src=x onerror="document.title = \'broken\'">' },
  { text: '</textarea></title></style><svg onload="document.title=1">' },
  { text: '<!-- <b>not bold</b> --> &lt;i&gt; &amp; &#60;' },
  { text: '<meta http-equiv="refresh" content="0;url=https://stranger.example/">' },
  { text: '<a href="javascript:document.title=1">javascript:alert(1)</a>' },
  { text: `{{7*7}} ${'$'}{7*7} #{7*7} <%= 7*7 %> {constructor.constructor("return 1")()}` },
  { text: '__proto__ constructor toString hasOwnProperty null undefined NaN' },
  {
    text: 'override: \u202Egnihtemos dias rotisiv eht\u202C, done',
    shown: 'override: �gnihtemos dias rotisiv eht�, done',
    mailed: 'as typed',
  },
  { text: 'never closed: \u202E\u2067\u202B from right to left', shown: 'never closed: ��� from right to left', mailed: 'as typed' },
  { text: 'closes what it has not opened: \u202C\u2069\u2069', shown: 'closes what it has not opened: ���', mailed: 'as typed' },
  { text: 'שלום, how much is 12-34 ש"ח? السلام عليكم 56/78' },
  { text: 'zero\u200Bwidth\u200Djoined\uFEFFmarked' },
  { text: 'Z̴̡̨͓̪̗̙͇̫̠a̷̛͓͙̰͖͑̋̿l̷̢̛̝̻͕̎̅̓g̴̙̖̦̳̀̈́͝o' },
  { text: '👩‍👩‍👧‍👦 🏳️‍🌈 🇳🇱 e\u0301 \u00E9' },
  { text: 'first line\n\n  third line, moved in\ttab' },
  { text: 'carriage\r\nreturns\rthrice', shown: 'carriage\nreturns\nthrice' },
  { text: 'a\u0000NUL and a \u001b[31mbell\u0007', shown: 'aNUL and a [31mbell' },
  { text: `long ${'x'.repeat(4000)}` },
  { text: `wide ${'﷽'.repeat(60)}` },
]

/** A name that breaks pages. */
export const hostileName = (name: string): string => `${name} <img src=x onerror="document.title = 'broken'">`

/** A short text that breaks pages and turns what follows around; and as it is shown. */
export const hostile = (name: string): string => `${hostileName(name)} \u202Etxet`
export const hostileShown = (name: string): string => `${hostileName(name)} �txet`

/**
 * The words of a frame's page that stand in another order than they are written, though nobody writes from right to left in them: what a
 * text of a visitor's has turned around that is not its own.
 */
export async function turnedWords(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const turned: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const text = node.textContent ?? ''
      if (!/^[\x20-\x7E\n]*[a-z]{2}[\x20-\x7E\n]*$/i.test(text)) continue
      const place = (at: number) => {
        const range = document.createRange()
        range.setStart(node as Text, at)
        range.setEnd(node as Text, at + 1)
        return range.getBoundingClientRect()
      }
      for (let at = 1; at < text.length; at++) {
        if (!/[a-z]{2}/i.test(text.slice(at - 1, at + 1))) continue
        const [before, here] = [place(at - 1), place(at)]
        const sameLine = before.width > 0 && here.width > 0 && Math.abs(before.top - here.top) < 2
        if (sameLine && here.left < before.left) {
          turned.push(text.slice(0, 80))
          break
        }
      }
    }
    return turned
  })
}
