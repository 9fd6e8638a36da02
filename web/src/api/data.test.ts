import { onlineManager } from '@tanstack/react-query'
import { afterEach, expect, it } from 'vitest'
import { newMemory } from './data.ts'

afterEach(() => onlineManager.setOnline(true))

it('asks the server of a house that has no network beyond it', async () => {
  onlineManager.setOnline(false)
  const answer = newMemory().fetchQuery({ queryKey: ['all'], queryFn: () => Promise.resolve('here') })
  expect(await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 50, 'not asked'))])).toBe('here')
})
