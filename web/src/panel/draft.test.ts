import { describe, expect, it } from 'vitest'
import { type Draft, emptyDraft, type Field, merge, sameDraft } from './draft.ts'

const draft = (parts: Partial<Draft> = {}): Draft => ({ ...emptyDraft, ...parts })

describe('what two people wrote', () => {
  const cases: { name: string; base?: Draft; mine: Draft; theirs: Draft; merged: Draft; clashes?: Field[] }[] = [
    {
      name: 'is what the other wrote where nothing was touched here',
      mine: draft(),
      theirs: draft({ codes: ['lead'], note: 'call', urgent: true, extra: ['a@example.com'] }),
      merged: draft({ codes: ['lead'], note: 'call', urgent: true, extra: ['a@example.com'] }),
    },
    {
      name: 'keeps what was touched here',
      mine: draft({ note: 'mine' }),
      theirs: draft({ codes: ['lead'] }),
      merged: draft({ note: 'mine', codes: ['lead'] }),
    },
    {
      name: 'clashes where both wrote something else, and mine stays',
      base: draft({ note: 'a', codes: ['lead'] }),
      mine: draft({ note: 'b', codes: ['sale'] }),
      theirs: draft({ note: 'c', codes: ['sale'] }),
      merged: draft({ note: 'b', codes: ['sale'] }),
      clashes: ['note'],
    },
    {
      name: 'keeps the blank at the end of a note that is being typed',
      base: draft({ note: 'call ' }),
      mine: draft({ note: 'call ' }),
      theirs: draft({ note: 'call' }),
      merged: draft({ note: 'call ' }),
    },
    {
      name: 'takes codes away where the other did',
      base: draft({ codes: ['lead'] }),
      mine: draft({ codes: ['lead'] }),
      theirs: draft({ codes: null }),
      merged: draft({ codes: null }),
    },
    {
      name: 'has the addresses that each added, and not those that either removed',
      base: draft({ extra: ['a@example.com', 'b@example.com', 'c@example.com'] }),
      mine: draft({ extra: ['b@example.com', 'c@example.com', 'mine@example.com'] }),
      theirs: draft({ extra: ['a@example.com', 'b@example.com', 'theirs@example.com'] }),
      merged: draft({ extra: ['b@example.com', 'theirs@example.com', 'mine@example.com'] }),
    },
    {
      name: 'has what each covered, once',
      mine: draft({ covered: [{ message: '1', start: 0, end: 4 }] }),
      theirs: draft({
        covered: [
          { message: '1', start: 0, end: 4 },
          { message: '2', start: 1, end: 2 },
        ],
      }),
      merged: draft({
        covered: [
          { message: '1', start: 0, end: 4 },
          { message: '2', start: 1, end: 2 },
        ],
      }),
    },
  ]
  it.each(cases)('$name', ({ base = draft(), mine, theirs, merged, clashes = [] }) => {
    expect(merge(base, mine, theirs)).toEqual({ draft: merged, clashes })
  })
})

describe('a draft', () => {
  it('need not be saved for a blank at its end', () => expect(sameDraft(draft({ note: 'a ' }), draft({ note: 'a' }))).toBe(true))
  it('must be saved where a code was taken away', () => expect(sameDraft(draft({ codes: [] }), draft())).toBe(false))
})
