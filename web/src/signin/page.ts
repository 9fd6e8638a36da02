/** What the server says of the source whose window is to be signed in. */
export interface SignInPage {
  source: string
  name: string
}
