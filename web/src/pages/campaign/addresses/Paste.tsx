import { useState } from 'react'
import { useData } from '../../../api/data.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { Differences } from './Differences.tsx'
import { ReadAddressesDocument, type ReadAddressesQuery } from './gql/graphql.ts'
import { diffLists, type Item } from './list.ts'
import { type Row, standard } from './table.ts'
import type { Desk } from './useDraft.ts'
import { useWords } from './words.ts'

/** Takes a whole list into the draft, as it was kept elsewhere. */
export function Paste({ desk }: { desk: Desk }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t('paste')}
      </button>
      <Dialog title={t('paste.title')} open={open} wide onClose={() => setOpen(false)}>
        <PasteForm desk={desk} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function PasteForm({ desk, onDone }: { desk: Desk; onDone: () => void }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  const input = { campaign: desk.campaign.id, text: asked }
  const read = useData('account', ReadAddressesDocument, asked === '' ? null : { input })
  const open = async (file: File | undefined) => {
    if (file) setText(await file.text())
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(text.trim() === '' ? '' : text)
      }}
    >
      <Field label={t('paste.text')} hint={t('paste.hint')}>
        {(control) => (
          <textarea
            {...control}
            className="input mono"
            rows={8}
            spellCheck={false}
            placeholder={t('paste.example')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="row wrap">
        <button type="submit" className="button" aria-disabled={text.trim() === ''}>
          {t('paste.read')}
        </button>
        <label className="button file">
          {t('paste.file')}
          <input
            type="file"
            className="visually-hidden"
            accept=".csv,.txt,.tsv,text/*"
            onChange={(event) => void open(event.target.files?.[0])}
          />
        </label>
      </div>
      {asked !== '' && asked === text && !read.isPlaceholderData && (
        <Answer of={read}>{({ parseFollowUpAddresses }) => <Reading read={parseFollowUpAddresses} desk={desk} onDone={onDone} />}</Answer>
      )}
      {read.isPlaceholderData && <Progress />}
    </form>
  )
}

type Read = ReadAddressesQuery['parseFollowUpAddresses']

/** What a text would make of the draft, and what of it could not be read. */
function Reading({ read, desk, onDone }: { read: Read; desk: Desk; onDone: () => void }) {
  const { t } = useWords()
  const lists = listsIn(read)
  // A row that nothing could be read for is not meant to be empty.
  const spoilt = desk.rows.filter(({ id }) => lists.get(id)?.length === 0 && read.problems.length > 0)
  for (const { id } of spoilt) lists.delete(id)
  const rows = desk.rows
    .filter(({ id, retired }) => !retired && lists.has(id))
    .map((row) => ({ id: row.id, label: row.label, diff: diffLists(desk.list(row), lists.get(row.id) ?? []) }))
    .filter(({ diff }) => diff.added.length + diff.removed.length + diff.renamed.length > 0)
  const name = ({ id, label }: Row) => (id === standard ? t('standard') : label)
  const take = () => {
    desk.putAll(lists)
    onDone()
  }
  return (
    <div className="stack">
      <Unread problems={read.problems} />
      <div role="status">
        {rows.length > 0 ? <Differences rows={rows} /> : <p>{t('paste.same')}</p>}
        <Names text={t('paste.spoilt')} names={spoilt.map(name)} />
        <Names text={t('paste.kept')} names={[...read.kept.map(({ label }) => label), ...(read.standardKept ? [t('standard')] : [])]} />
      </div>
      {rows.length > 0 && (
        <div className="row wrap">
          <button type="button" className="button primary" onClick={take}>
            {t('paste.take', { count: rows.length })}
          </button>
        </div>
      )}
    </div>
  )
}

function Names({ text, names }: { text: string; names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <p className="small muted">
      {text} <bdi>{names.join(', ')}</bdi>
    </p>
  )
}

function Unread({ problems }: { problems: Read['problems'] }) {
  const { t } = useWords()
  if (problems.length === 0) return null
  return (
    <div role="alert" className="notice">
      <p>{t('paste.problems', { count: problems.length })}</p>
      <ul>
        {problems.map(({ line, message }) => (
          <li key={`${line} ${message}`} className="small">
            {t('paste.line', { line })} <bdi>{message}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The lists that the text gives, by row; not those of rows that it does not name. */
function listsIn({ followUpAddresses, kept, standardKept }: Read): Map<string, readonly Item[]> {
  const lists = new Map<string, readonly Item[]>()
  for (const { code, addresses } of followUpAddresses.codes) {
    if (!kept.some(({ id }) => id === code.id)) lists.set(code.id, addresses.items)
  }
  if (!standardKept) lists.set(standard, followUpAddresses.standard.items)
  return lists
}
