import type { LinkProps } from '@tanstack/react-router'
import type { Permission } from '../../api/viewer.ts'
import type { CheckListQuery } from './gql/graphql.ts'
import type { Key } from './words.ts'

type Name = 'campaign' | 'code' | 'standard' | 'source' | 'heard' | 'provider' | 'mailed'

/** One thing that must be there before finished chats become mails. */
export interface Step {
  name: Name
  done: boolean
  /** The campaigns that lack it, where it is theirs. */
  lacking: { id: string; name: string }[]
  /** Where it is done, where that is one page. */
  to?: LinkProps['to']
  /** What one must be permitted to do it. */
  needs: Permission
}

export const titleOf = (name: Name): Key => `step.${name}`
export const helpOf = (name: Name): Key => `step.${name}.help`

/** All steps, in the order in which they are best taken. */
export function stepsOf({ campaigns, ...list }: CheckListQuery['checkList']): Step[] {
  const lacking = (has: 'hasCode' | 'hasStandard' | 'hasSource') => campaigns.filter((check) => !check[has]).map(({ campaign }) => campaign)
  const ofAll = (name: Name, has: 'hasCode' | 'hasStandard'): Step => {
    const without = lacking(has)
    return { name, done: campaigns.length > 0 && without.length === 0, lacking: without, needs: 'CAMPAIGN' }
  }
  const step = (name: Name, done: boolean, needs: Permission, to?: LinkProps['to']): Step => ({ name, done, needs, lacking: [], to })
  return [
    step('campaign', campaigns.length > 0, 'ACCOUNT', '/campaigns'),
    ofAll('standard', 'hasStandard'),
    ofAll('code', 'hasCode'),
    step('source', list.sourceConnected, 'ACCOUNT', '/sources'),
    step('heard', list.sourceHeard, 'ACCOUNT', '/sources'),
    step('provider', list.mailsLeave, 'ACCOUNT'),
    step('mailed', list.mailed, 'READ', '/follow-ups'),
  ]
}

/** Whether chats come in and mails go out. */
export const isSetUp = ({ mailsLeave, sourceConnected, campaigns }: CheckListQuery['checkList']) =>
  mailsLeave && sourceConnected && campaigns.length > 0 && campaigns.every(({ hasStandard }) => hasStandard)
