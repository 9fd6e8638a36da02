import { describe, expect, it } from 'vitest'
import type { RowFragment } from './gql/graphql.ts'
import { recipientsOf, troublesOf } from './recipients.ts'

type Delivery = RowFragment['receipt'][number]

const delivery = (email: string, state: Delivery['state'], more: Partial<Delivery> = {}): Delivery => ({
  id: `${email} ${state}`,
  state,
  recipient: { name: '', email },
  words: '',
  reasons: [{ sentence: 'the code lead was given' }],
  replacedBy: null,
  ...more,
})

describe('who gets a follow-up', () => {
  it('is those whom the decision names, until there are mails', () => {
    const recipients = [{ address: { name: 'Sales', email: 'sales@example.com' }, reasons: [{ sentence: 'a' }, { sentence: 'b' }] }]
    expect(recipientsOf({ receipt: [], decision: { recipients, notForwarded: null } })).toEqual([
      { name: 'Sales', email: 'sales@example.com', reasons: ['a', 'b'], state: null, words: '' },
    ])
    expect(recipientsOf({ receipt: [], decision: null })).toEqual([])
  })

  it('is those who were mailed, each once, with all reasons and what became of the last mail', () => {
    const again = [{ sentence: 'the code lead was given' }, { sentence: 'sent again by Dana K.' }]
    const receipt = [
      delivery('sales@example.com', 'BOUNCED', { words: '550 no such user' }),
      delivery('desk@example.com', 'DELIVERED'),
      delivery('sales@example.com', 'ACCEPTED', { words: '250 OK', reasons: again }),
    ]
    expect(recipientsOf({ receipt, decision: null })).toEqual([
      { name: '', email: 'sales@example.com', reasons: again.map(({ sentence }) => sentence), state: 'ACCEPTED', words: '250 OK' },
      { name: '', email: 'desk@example.com', reasons: ['the code lead was given'], state: 'DELIVERED', words: '' },
    ])
  })
})

it('is in trouble by what nobody has made good', () => {
  const receipt = [
    delivery('a@example.com', 'BOUNCED', { replacedBy: { id: 'rescue' } }),
    delivery('b@example.com', 'BLOCKED'),
    delivery('c@example.com', 'UNCERTAIN'),
    delivery('d@example.com', 'DELAYED'),
    delivery('e@example.com', 'HELD'),
  ]
  expect(troublesOf({ receipt }).map(({ recipient }) => recipient.email)).toEqual(['b@example.com', 'c@example.com', 'e@example.com'])
})
