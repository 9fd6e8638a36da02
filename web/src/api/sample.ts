import { useRouteContext } from '@tanstack/react-router'
import { useData } from './data.ts'
import { SampleDocument } from './gql/graphql.ts'
import { useViewer } from './viewer.ts'

/** Whether the viewer has a pretend chat at /try: everybody in the demo, else those who may make a sample, while there is one. */
export function useHasTry(): boolean {
  const page = useRouteContext({ from: '__root__' })
  const viewer = useViewer()
  const asks = !page.try && viewer.may('ACCOUNT')
  const { data } = useData('account', SampleDocument, asks ? {} : null)
  return page.try || (asks && Boolean(data?.checkList.sample))
}
