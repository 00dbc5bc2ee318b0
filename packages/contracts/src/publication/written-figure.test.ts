import { expect, test } from 'vitest'
import { SIGNS, kronor, number, quantity, share } from './written-figure.ts'

const NB = '\u00A0'

test('thousands stand apart by a no-break space in Swedish', () => {
  expect(number(1_450_000, 'sv')).toBe(`1${NB}450${NB}000`)
  expect(number(1_450_000, 'en')).toBe('1,450,000')
  expect(number(-1234.5, 'sv', 1)).toBe(`−1${NB}234,5`)
})

test('a share is per cent, with one decimal where there is room', () => {
  expect(share(0.432, 'sv')).toBe(`43${NB}%`)
  expect(share(0.432, 'sv', 1)).toBe(`43,2${NB}%`)
  expect(share(0.432, 'en', 1)).toBe('43.2%')
})

test('kronor stand after the amount in Swedish, before it in English', () => {
  expect(kronor(2_175_000, 'sv')).toBe(`2${NB}175${NB}000${NB}kr`)
  expect(kronor(2_175_000, 'en')).toBe(`SEK${NB}2,175,000`)
})

test('a change in points tells its direction', () => {
  expect(quantity(3.14, 'points', 'sv')).toBe('+3,1')
  expect(quantity(-0.5, 'points', 'sv')).toBe('−0,5')
  expect(quantity(0, 'points', 'sv')).toBe('0,0')
})

test('visits a day keep their decimal', () => {
  expect(quantity(52.44, 'events_per_day', 'sv')).toBe('52,4')
  expect(quantity(24, 'events_per_day', 'sv')).toBe('24,0')
})

test('what is withheld, not computable and missing have different signs', () => {
  expect([SIGNS.suppressed, SIGNS.too_few]).toEqual(['..', '..'])
  expect(new Set([SIGNS.suppressed, SIGNS.not_computable, SIGNS.no_data]).size).toBe(3)
})
