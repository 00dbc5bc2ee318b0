import { categoryRank } from '@utfall/contracts'
import { expect, test } from 'vitest'
import { sollentuna } from '../../../fixture/agreements.ts'
import { categoryName } from './categories.ts'
import { figureOrSign, intervalInWords, wordsIn } from './words.ts'

const sv = wordsIn('sv')
const en = wordsIn('en')

test('an interval is put into words', () => {
  const share = { ci_low: 0.395, ci_high: 0.594, unit: 'share' } as const
  expect(intervalInWords(share, sv)).toBe('mellan 40 och 59 procent')
  expect(intervalInWords(share, en)).toBe('between 40 and 59 per cent')
  expect(intervalInWords({ ci_low: 1.55, ci_high: 3.61, unit: 'points' }, sv)).toBe(
    'mellan 1,6 och 3,6 poäng',
  )
  expect(intervalInWords({ ci_low: null, ci_high: null, unit: 'share' }, sv)).toBe('')
})

test('a figure that is not ok never shows a number', () => {
  expect(figureOrSign({ value: 3, unit: 'people', status: 'suppressed' }, sv)).toBe('..')
  expect(figureOrSign({ value: null, unit: 'people', status: 'not_computable' }, sv)).toBe('.')
  expect(figureOrSign({ value: null, unit: 'people', status: 'ok' }, sv)).toBe('–')
  expect(figureOrSign({ value: 0, unit: 'people', status: 'ok' }, sv)).toBe('0')
})

test('periods have names, alone and inside a sentence', () => {
  const tertial = {
    period_type: 'tertial',
    period: '2026-T2',
    period_start: '2026-05-01',
    period_end: '2026-08-31',
  }
  const year = { ...tertial, period_type: 'agreement_year', period: '1' }
  expect(sv.period(tertial)).toBe('maj–augusti 2026')
  expect(sv.during(tertial)).toBe('i maj–augusti 2026')
  expect(sv.period(year)).toBe('avtalsår 1, maj–augusti 2026')
  expect(en.during(year)).toBe('in agreement year 1')
})

const name = (breakdown: 'age_group' | 'gender' | 'activity' | 'district', category: string) =>
  categoryName({ breakdown, category }, sollentuna, sv)

test('categories are called what people call them, in their own order', () => {
  expect(name('age_group', '16-19')).toBe('16–\u206019\u00A0år')
  expect(name('age_group', '65+')).toBe('65\u00A0år och äldre')
  expect(name('gender', 'woman')).toBe('Kvinnor')
  expect(name('gender', 'unknown')).toBe('Okänt kön')
  expect(name('age_group', 'unknown')).toBe('Okänd ålder')
  expect(name('activity', 'motesplats')).toBe('Mötesplats')
  expect(name('district', 'Tureberg')).toBe('Tureberg')
  const ages = ['unknown', '20-24', '0-12', '65+'].toSorted(
    (a, b) =>
      categoryRank({ breakdown: 'age_group', category: a }, sollentuna) -
      categoryRank({ breakdown: 'age_group', category: b }, sollentuna),
  )
  expect(ages).toEqual(['0-12', '20-24', '65+', 'unknown'])
})

test('no sentence says which cells are small', () => {
  const texts = JSON.stringify([sv.say, en.say])
  expect(texts).toContain('visas inte')
  expect(texts).not.toMatch(/färre än|fewer than|under 5/i)
})
