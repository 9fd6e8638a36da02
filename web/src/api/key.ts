/** A key that nobody else makes: for wishes that must come true once, and for what only two windows may know. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
