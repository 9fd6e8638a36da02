import { createContext, useContext } from 'react'

/** A kind of thing that a person may do, as the API has it. */
export type Permission = 'READ' | 'FOLLOW_UP' | 'CAMPAIGN' | 'ACCOUNT' | 'PEOPLE'

/** Who looks at the pages, and what they may do. */
export interface Viewer {
  name: string
  /** The person's id. */
  person: string
  /** Whether the viewer may do what needs a permission. Pages show what one may do; the server decides. */
  may(permission: Permission): boolean
}

export const ViewerContext = createContext<Viewer>({ name: '', person: '', may: () => false })

export const useViewer = () => useContext(ViewerContext)
