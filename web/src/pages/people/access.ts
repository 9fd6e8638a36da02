import type { PersonRole } from './gql/graphql.ts'

/** What a person can be, whoever may most first. */
export const roles = ['OWNER', 'MANAGER', 'OPERATOR', 'VIEWER'] as const satisfies readonly PersonRole[]

/** What somebody may, and where. */
export interface Access {
  role: PersonRole
  /** The ids of the campaigns that they are limited to; null for all. */
  campaigns: readonly string[] | null
}

export const accessOf = ({ role, campaigns }: { role: PersonRole; campaigns: readonly { id: string }[] | null }): Access => ({
  role,
  campaigns: campaigns?.map(({ id }) => id) ?? null,
})

/** An owner is never limited. */
const limitOf = ({ role, campaigns }: Access) => (role === 'OWNER' ? null : campaigns)

/** Whether somebody is to be limited to campaigns, of which none is chosen. */
export const isIncomplete = (access: Access) => limitOf(access)?.length === 0

/** Whether two are the same, in whatever order the campaigns are. */
export const isSame = (one: Access, other: Access) =>
  one.role === other.role && JSON.stringify(limitOf(one)?.toSorted()) === JSON.stringify(limitOf(other)?.toSorted())

/** The input that gives a person this access. */
export function accessInput(access: Access) {
  const campaigns = limitOf(access)
  if (access.role === 'OWNER') return { role: access.role }
  return campaigns ? { role: access.role, campaigns: [...campaigns] } : { role: access.role, allCampaigns: true }
}

/** The input that invites somebody with this access. */
export function invitationInput(access: Access) {
  const campaigns = limitOf(access)
  return { role: access.role, ...(campaigns ? { campaigns: [...campaigns] } : {}) }
}
