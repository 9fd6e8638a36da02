import { useData } from '../../api/data.ts'
import { useViewer } from '../../api/viewer.ts'
import { CheckList } from './CheckList.tsx'
import { CheckListDocument } from './gql/graphql.ts'
import { isSetUp } from './steps.ts'
import './start.css'

/** The check-list above the follow-ups, for those who can do something about it, for as long as chats cannot become mails. */
export function SetUpNotice() {
  const viewer = useViewer()
  const { data } = useData('all', CheckListDocument, viewer.may('CAMPAIGN') ? {} : null)
  return data && !isSetUp(data.checkList) ? <CheckList list={data.checkList} /> : null
}
