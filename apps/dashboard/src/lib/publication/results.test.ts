import { expect, test } from 'vitest'
import { sollentuna } from '../../../fixture/agreements.ts'
import { results } from '../../../fixture/figures.ts'
import {
  groups,
  headline,
  intervalsOverlap,
  latestBrokenDown,
  overTime,
  sameTimeLastYear,
} from './results.ts'

const rowsOf = (indicator: string) =>
  results.filter((row) => row.agreement === sollentuna.id && row.indicator === indicator)
const agreed = sollentuna.period
const participants = rowsOf('unique_participants')

test('the headline is the whole agreement so far', () => {
  expect(headline(participants)?.value).toBe(312)
  expect(headline(rowsOf('cost_per_participant'))).toBeUndefined()
  expect(headline(rowsOf('cost_per_participant'), 'cost')?.numerator).toBe(2_308_400)
})

test('periods come in order of time', () => {
  expect(overTime(participants.toReversed(), 'tertial').map(({ value }) => value)).toEqual([
    96, 128, 141, 163, 177,
  ])
})

test('the latest complete part of a year is set against the same part the year before', () => {
  const found = sameTimeLastYear(participants, 'tertial', agreed)
  expect([found?.now.period, found?.before.period]).toEqual(['2026-T2', '2025-T2'])
})

test('an open period is not compared, nor one that reaches outside the agreement', () => {
  const open = participants.map((row) => ({ ...row, complete: row.period !== '2026-T2' && row.complete }))
  expect(sameTimeLastYear(open, 'tertial', agreed)).toBeUndefined()
  expect(sameTimeLastYear(open, 'tertial', { ...agreed, start: '2025-01-01' })?.now.period).toBe('2026-T1')
  expect(sameTimeLastYear(participants, 'tertial', { ...agreed, end: '2026-07-31' })).toBeUndefined()
})

test('breakdowns are of the latest complete year that has them', () => {
  const like = latestBrokenDown(participants)
  expect(like?.period_type).toBe('agreement_year')
  expect(like && groups(participants, 'gender', like).map(({ category }) => category)).toEqual([
    'woman',
    'man',
    'other',
    'unknown',
  ])
  expect(latestBrokenDown(rowsOf('attendances'))).toBeUndefined()
})

test('intervals that meet may differ by chance alone', () => {
  const [, second, third] = overTime(rowsOf('share_to_work_or_studies'), 'tertial')
  expect(second && third && intervalsOverlap(second, third)).toBe(true)
  expect(second && intervalsOverlap(second, { ...second, ci_low: 0.9, ci_high: 0.95 })).toBe(false)
  expect(second && intervalsOverlap(second, { ...second, ci_low: null })).toBe(false)
})
