import type { Translate } from '../../messages/messages.ts'
import type english from './words/en.json'

/** The vendors that this page has steps for, the best known first. */
export const vendors = ['rocketchat', 'chatwoot', 'postchat'] as const

export type KnownVendor = (typeof vendors)[number]

export const isKnown = (vendor: string): vendor is KnownVendor => (vendors as readonly string[]).includes(vendor)

/** The server's vendors, those that this page has steps for first. */
export function inOrder(names: readonly string[]): string[] {
  const known = vendors.filter((vendor) => names.includes(vendor))
  return [...known, ...names.filter((name) => !isKnown(name)).sort()]
}

/** What people call a vendor; the name that the server has for one that it learned from an extension. */
export const vendorName = (vendor: string, t: Translate<keyof typeof english>) => (isKnown(vendor) ? t(`vendor.${vendor}`) : vendor)

/** A name that no source has yet: the wanted one, or that with a number. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const known = new Set(taken.map((name) => name.toLowerCase()))
  let name = wanted
  for (let number = 2; known.has(name.toLowerCase()); number++) name = `${wanted} ${number}`
  return name
}
