import type { IndicatorCheck } from '@utfall/metrics'
import { expect, test } from 'vitest'
import { printIndicatorCheck } from './indicator-check.ts'
import { pageOn } from './page.ts'

const PSEUDONYM = '67a2a324-cb08-c0b2-f02d-096eceee933b'
const place = { agreement: 'park', period_type: 'year', period: '2025', activity: null, basis: null }
const found: IndicatorCheck = {
  faults: [],
  counts: [
    {
      indicator: 'regulars',
      role: 'excluded',
      units: 1,
      people: 1,
      most: 1,
      examples: [{ ...place, person: PSEUDONYM, reason: 'rare', amount: null }],
    },
    { indicator: 'sessions', role: 'numerator', units: 40, people: 0, most: null, examples: [] },
  ],
}

function printed(own: readonly string[]): string {
  let text = ''
  printIndicatorCheck(pageOn({ write: (part: string) => (text += part) }, 'en', false), found, own)
  return text
}

test('the rows of an own indicator are shown with pseudonym, role and reason', () => {
  expect(printed(['regulars']).split('\n')).toEqual([
    'indicator  role       rows  people',
    'regulars   excluded      1       1',
    'sessions   numerator    40       0',
    '',
    'regulars: the first rows of each role',
    'role      agreement  period  activity  pseudonym                             reason  amount',
    `excluded  park       2025    –         ${PSEUDONYM}  rare    –`,
    '',
    'All indicators can be counted.',
    '',
  ])
})

test('without own indicators it is said where the rows are', () => {
  expect(printed([])).toContain('by --json for all')
  expect(printed([])).not.toContain(PSEUDONYM)
})
