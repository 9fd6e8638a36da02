/**
 * Text as it came, letter for letter: controls, which would not be seen, and those that turn the direction of text, which would show
 * another text, have signs of their own. Nothing is dropped: there are as many characters as before.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    const code = character.charCodeAt(0)
    if (character === '\n' || character === '\t') return character
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return code === 0x7f ? '\u2421' : '\ufffd'
  })
}
