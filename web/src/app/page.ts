/** What the server says of itself and of whoever opened the page. */
export interface AppPage {
  /** The person's language; an empty one is the browser's. */
  language: string
  /** Whether this is the demo, which nobody signs in to. */
  demo: boolean
  /** Whether mails go into the outbox, because no mail provider is set. */
  outbox: boolean
  /** Whether more is heard of a mail after the mail server took it. */
  tellsMore: boolean
  /** Whether there is a chat to try at /try for everybody, as in the demo. */
  try: boolean
}
