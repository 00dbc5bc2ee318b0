import { expect, test } from 'vitest'
import { longDay, months, shortMonths, stockholmDay } from './dates.ts'

test('days are written out', () => {
  expect(longDay('2026-08-31', 'sv')).toBe('31 augusti 2026')
  expect(longDay('2026-08-31', 'en')).toBe('31 August 2026')
})

test.each([
  ['2026-05-01', '2026-08-31', 'maj–augusti 2026'],
  ['2025-03-01', '2028-02-29', 'mars 2025–februari 2028'],
  ['2025-01-01', '2025-12-31', '2025'],
  ['2018-12-01', '2018-12-31', 'december 2018'],
])('%s to %s is %s', (start, end, words) => {
  expect(months(start, end, 'sv')).toBe(words)
})

test('an axis has short months over the year', () => {
  expect(shortMonths('2026-05-01', '2026-08-31', 'sv')).toEqual(['maj–aug', '2026'])
  expect(shortMonths('2018-12-01', '2018-12-31', 'sv')).toEqual(['dec', '2018'])
  expect(shortMonths('2025-09-01', '2026-01-31', 'sv')).toEqual(['sep–jan', '2025–26'])
  expect(shortMonths('2025-01-01', '2025-12-31', 'sv')).toEqual(['2025', ''])
})

test('an instant falls on the day that it is in Stockholm', () => {
  expect(stockholmDay(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01')
  expect(stockholmDay(new Date('2026-12-31T22:30:00Z'))).toBe('2026-12-31')
})
