/** What the server says of the window's source. */
export interface PanelPage {
  /** The source's id. */
  source: string
  /** Its name, as people know it. */
  name: string
  /** Its chat vendor, which chooses the module in hosts. */
  vendor: string
  /** The origins that may frame the window, and whose messages count. */
  frameOrigins: string[]
}
