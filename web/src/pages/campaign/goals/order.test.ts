import { describe, expect, it } from 'vitest'
import { type Group, groupsOf, orderOf, type Placed, placed, stepped, swapped, without } from './order.ts'

const code = (id: string, goal = '', retired = false): Placed => ({ id, goal: goal ? { id: goal } : null, retired })
const goals = [{ id: 'sales' }, { id: 'service' }]
const codes = [code('lead', 'sales'), code('help', 'service'), code('old', 'sales', true), code('sale', 'sales'), code('other')]
const groups = groupsOf(goals, codes)
const shape = (groups: readonly Group<Placed>[] | undefined) =>
  groups?.map(({ goal, codes }) => `${goal}: ${codes.map(({ id }) => id).join(' ')}`)

describe('the codes', () => {
  it('are grouped by goal, those without one last, without the retired ones', () => {
    expect(shape(groups)).toEqual(['sales: lead sale', 'service: help', ': other'])
  })

  it('have no group without a goal where there is nothing in it', () => {
    expect(shape(groupsOf(goals, [code('lead', 'sales')]))).toEqual(['sales: lead', 'service: '])
    expect(shape(groupsOf([], []))).toEqual([': '])
  })

  it('are told to the API all, the retired ones at the end', () => {
    expect(orderOf(groups, codes)).toEqual(['lead', 'sale', 'help', 'other', 'old'])
  })
})

describe('a code that is moved', () => {
  it.each<[string, string, 1 | -1, string[] | undefined]>([
    ['down changes places with the next', 'lead', 1, ['sales: sale lead', 'service: help', ': other']],
    ['up changes places with the one before', 'sale', -1, ['sales: sale lead', 'service: help', ': other']],
    ['down at the end of a goal goes on as the first of the next', 'sale', 1, ['sales: lead', 'service: sale help', ': other']],
    ['up at the begin of a goal goes on as the last of the one before', 'help', -1, ['sales: lead sale help', 'service: ', ': other']],
    ['up at the very begin stays', 'lead', -1, undefined],
    ['down at the very end stays', 'other', 1, undefined],
  ])('%s', (_, id, by, after) => expect(shape(stepped(groups, id, by))).toEqual(after))

  it('can be put anywhere', () => {
    expect(shape(placed(groups, 'other', 'sales', 1))).toEqual(['sales: lead other sale', 'service: help', ': '])
    expect(shape(placed(groups, 'nobody', 'sales', 1))).toEqual(shape(groups))
  })
})

it('moves a part of a list by one', () => {
  expect(swapped(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b'])
  expect(swapped(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
  expect(swapped(['a'], 0, 1)).toBeUndefined()
  expect(swapped(['a'], 0, -1)).toBeUndefined()
})

it('goes on at the next one where one is gone, at the last one after the last, and nowhere after the only one', () => {
  expect(without(['a', 'b', 'c'], 'b')).toEqual({ left: ['a', 'c'], next: 'c' })
  expect(without(['a', 'b', 'c'], 'c')).toEqual({ left: ['a', 'b'], next: 'b' })
  expect(without(['a'], 'a')).toEqual({ left: [], next: undefined })
})
