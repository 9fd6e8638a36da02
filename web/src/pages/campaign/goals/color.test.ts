import { expect, it } from 'vitest'
import { isFaint, lightness } from './color.ts'

it('is as light as WCAG has it', () => {
  expect(lightness('#ffffff')).toBeCloseTo(1)
  expect(lightness('#000000')).toBe(0)
  expect(lightness('#808080')).toBeCloseTo(0.2159, 3)
})

it('is faint where it can hardly be seen on white', () => {
  expect(['#ffff00', '#eeeeee', '#959595'].map(isFaint)).toEqual([true, true, true])
  expect(['', '#949494', '#0b6b62', '#c00000'].map(isFaint)).toEqual([false, false, false, false])
})
