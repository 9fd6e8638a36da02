/** A secret of a source that was made just now, for as long as the page that made it is open. */
export interface Shown {
  source: string
  /** Empty where somebody brought their own. */
  secret: string
  /** The address for the vendor, with the secret in it where it belongs there. */
  hookUrl: string
}

/** Whether the vendor has the secret as a part of the address. The API puts a word in its place. */
export const inAddress = (hookUrl: string) => hookUrl.includes('{secret}')
