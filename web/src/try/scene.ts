/** Who says something in the pretend chat. */
export type Role = 'visitor' | 'operator'

/** One who is played. */
export interface Part {
  name: string
  /** What they say if nothing better comes to mind. */
  lines: string[]
}

/** What the server says of the rehearsal. */
export interface Scene {
  /** The id of the source whose window it is. */
  source: string
  /** Whether the server gives a seat at the window, so that nobody has to sign in. */
  seat: boolean
  visitor: Part
  operator: Part
  /** Whether the mails themselves can be read. */
  outbox: boolean
}

/** What was said. */
export interface Line {
  by: Role
  text: string
  at: string
}
