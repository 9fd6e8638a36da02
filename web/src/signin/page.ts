/** What the server says of the source whose window is to be signed in, and of who is signed in here. */
export interface SignInPage {
  source: string
  name: string
  /** Null where nobody is. */
  person: { name: string; language: string } | null
}
