import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsIn } from '#lib/words/words.ts'
import { hasRoom, linesOf, niceStep, ticksIn, valueAxis } from './scale.ts'

const sv = wordsIn('sv')
const mark = (value: number | null, low: number | null = null, high: number | null = null) => ({
  value,
  low,
  high,
})

test('shares stand on the whole of 0–100 %', () => {
  const { domain, ticks } = valueAxis([mark(0.2, 0.1, 0.3)], null, 'share', sv)
  expect(domain).toEqual([0, 1])
  expect(ticks.map(({ text }) => text)).toEqual(['0\u00A0%', '50\u00A0%', '100\u00A0%'])
})

test('a share of more than the whole lies on its axis', () => {
  const { domain, ticks } = valueAxis([mark(1.52), mark(0.7)], null, 'share', sv)
  expect(domain).toEqual([0, 2])
  expect(ticks.at(-1)?.text).toBe('200\u00A0%')
})

test('ticks that would meet give way, and zero stays', () => {
  const axis = valueAxis([mark(200_000)], null, 'kronor', sv)
  const texts = (width: number) => ticksIn(axis, width).map(({ value }) => value)
  expect(texts(400)).toEqual([0, 50_000, 100_000, 150_000, 200_000])
  expect(texts(200)).toEqual([0, 100_000, 200_000])
  expect(texts(20)).toEqual([0])
})

test('a long name is written in lines, and never cut', () => {
  expect(linesOf('Aktiv fritid', 280)).toEqual(['Aktiv fritid'])
  expect(linesOf('Partnerskapet för långsiktig integration och utveckling i norra staden', 280)).toEqual([
    'Partnerskapet för långsiktig integration',
    'och utveckling i norra staden',
  ])
  expect(linesOf('Ungdomsverksamhetsutvecklingssamordning', 20)).toEqual([
    'Ungdomsverksamhetsutvecklingssamordning',
  ])
})

test('ticks of small values keep their decimals', () => {
  expect(valueAxis([mark(1.4)], 2, 'points', sv).ticks.map(({ text }) => text)).toEqual([
    '0,0',
    '0,5',
    '1,0',
    '1,5',
    '2,0',
  ])
})

test('an axis without any value still stands', () => {
  expect(valueAxis([mark(null)], null, 'people', sv).domain[1]).toBeGreaterThan(0)
})

test('a small fall below zero does not make room for what is above it', () => {
  expect(valueAxis([mark(0)], -0.01, 'points', sv).domain).toEqual([-0.01, 0])
})

test('every value, interval and target lies on the axis, and zero does', () => {
  const value = fc.integer({ min: -1e8, max: 1e8 }).map((hundredths) => hundredths / 100)
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), value, (values, target) => {
      const { domain, ticks } = valueAxis(
        values.map((each) => mark(each)),
        target,
        'points',
        sv,
      )
      const within = [...values, target, 0].every(
        (each) => each >= domain[0] - 1e-6 && each <= domain[1] + 1e-6,
      )
      expect(within).toBe(true)
      expect(ticks.length).toBeLessThanOrEqual(8)
    }),
  )
})

test('steps are 1, 2 or 5 times a power of ten', () => {
  expect([0.03, 0.7, 1, 1.1, 3, 42, 900].map(niceStep)).toEqual([0.05, 1, 1, 2, 5, 50, 1000])
})

test('labels give way evenly, and the latest always stays', () => {
  const shown = Array.from({ length: 10 }, (_, index) => hasRoom(index, 10, 50, 28))
  expect(shown).toEqual([false, true, false, true, false, true, false, true, false, true])
})
