import { expect, test } from 'vitest'
import { periodInName } from './period-in-name.ts'
import { inFiscalYear, inOrder } from './scope.ts'

test.each([
  ['narvaro/2025-03.csv', '2025-03-01', '2025-03-31'],
  ['narvaro_202402.csv', '2024-02-01', '2024-02-29'],
  ['2025-T1.csv', '2025-01-01', '2025-04-30'],
  ['besök 2025T3 rättad.csv', '2025-09-01', '2025-12-31'],
  ['2025-tertial-2.csv', '2025-05-01', '2025-08-31'],
  ['2025-Q4.csv', '2025-10-01', '2025-12-31'],
  ['2025_kvartal_1.csv', '2025-01-01', '2025-03-31'],
  ['2025-H2.csv', '2025-07-01', '2025-12-31'],
  ['bokforing-2025.se', '2025-01-01', '2025-12-31'],
  ['2025-03-01--2025-03-15.csv', '2025-03-01', '2025-03-15'],
  ['20250301-20250315.csv', '2025-03-01', '2025-03-15'],
  ['20250301_20250315.csv', '2025-03-01', '2025-03-15'],
  ['2025-01--2025-03.csv', '2025-01-01', '2025-03-31'],
  ['2025-03-07.csv', '2025-03-07', '2025-03-07'],
  ['2025-2026.se', '2025-01-01', '2026-12-31'],
  ['bokföring 2025-26.se', '2025-01-01', '2026-12-31'],
  ['1_2024_2025.se', '2024-01-01', '2025-12-31'],
  ['2025-12.csv', '2025-12-01', '2025-12-31'],
  ['2011-12.csv', '2011-12-01', '2011-12-31'],
  ['2025-27.csv', '2025-01-01', '2025-12-31'],
  ['2026-2025.csv', '2026-01-01', '2026-12-31'],
  ['2025-2026-03.csv', '2026-03-01', '2026-03-31'],
  ['närvaro april 2025.csv', '2025-04-01', '2025-04-30'],
  ['Maj_2025_rättad.csv', '2025-05-01', '2025-05-31'],
  ['2025 februari.xlsx', '2025-02-01', '2025-02-28'],
  ['2026 jan-mars.csv', '2026-01-01', '2026-03-31'],
  ['okt – dec 2025.csv', '2025-10-01', '2025-12-31'],
  ['bokföring jan 2025 - dec 2025.se', '2025-01-01', '2025-12-31'],
  ['besök 3 mars 2025.csv', '2025-03-03', '2025-03-03'],
  ['Tertial 3 2025.csv', '2025-09-01', '2025-12-31'],
  ['T1-2025.csv', '2025-01-01', '2025-04-30'],
  ['kvartal 2 2025.csv', '2025-04-01', '2025-06-30'],
  ['halvår 1 2025.csv', '2025-01-01', '2025-06-30'],
  ['våra besök 2025.csv', '2025-01-01', '2025-12-31'],
  ['Marsvinklubben 2025.csv', '2025-01-01', '2025-12-31'],
  ['uppföljning 2025 (1).csv', '2025-01-01', '2025-12-31'],
])('%s speaks of %s to %s', (name, start, end) => {
  expect(periodInName(name)).toMatchObject({ start, end })
})

test.each([
  ['2025-2026.se', '2025-07-01', '2026-06-30', '2026-06-30'],
  ['2025.se', '2025-03-01', '2025-12-31', '2025-12-31'],
  ['2025-2026.se', '2024-07-01', '2025-06-30', '2026-12-31'],
  ['2025-T1.se', '2025-01-01', '2025-12-31', '2025-04-30'],
])('%s with a fiscal year from %s to %s speaks until %s', (name, start, end, until) => {
  expect(inFiscalYear(periodInName(name), { start, end })?.end).toBe(until)
})

test.each(['2025/narvaro.csv', 'narvaro.csv', 'lista-12025.csv', '1999.csv'])(
  '%s speaks of no period',
  (name) => {
    expect(periodInName(name)).toBeNull()
  },
)

test.each([
  '2025 v 17',
  'vecka 17 2025',
  'VT 2025',
  'hösten 2025',
  'HT2025',
  'april, rättad 2025',
  'höstlov 2025',
])('%s speaks of some part of the year', (name) => {
  expect(periodInName(`${name}.csv`)).toMatchObject({ start: '2025-01-01', end: '2025-12-31', part: true })
})

test.each(['2025', 'våra besök 2025', 'rapport 2025 v2', '2025-T1', 'april 2025'])(
  '%s speaks of all of it',
  (name) => {
    expect(periodInName(`${name}.csv`)?.part).toBeUndefined()
  },
)

test('a day that is not in the calendar is no day', () => {
  expect(periodInName('2025-02-30.csv')).toEqual({ start: '2025-02-01', end: '2025-02-28' })
})

test('files come in the order of their periods, a correction after what it corrects, the wider after the narrower', () => {
  const files = [
    '2025.csv',
    '2025-12.csv',
    '2025-03-rattad.csv',
    '2025-03.csv',
    'deltagare.csv',
    '2024-T3.csv',
  ]
  expect(inOrder(files, () => '2026-01-10')).toEqual([
    'deltagare.csv',
    '2024-T3.csv',
    '2025-03.csv',
    '2025-03-rattad.csv',
    '2025-12.csv',
    '2025.csv',
  ])
})

test('a part that was written on a later day than the whole is a correction of it, and comes after', () => {
  const days: Record<string, string> = {
    '2025-03.csv': '2025-04-02',
    '2025.csv': '2026-01-10',
    '2025-04-rattad.csv': '2026-02-01',
    '2025-hel-v2.csv': '2026-03-01',
    '2025-05.csv': '2026-04-01',
    '2026-01.csv': '2026-02-02',
  }
  expect(inOrder(Object.keys(days).toReversed(), (path) => days[path] ?? '')).toEqual([
    '2025-03.csv',
    '2025.csv',
    '2025-04-rattad.csv',
    '2025-hel-v2.csv',
    '2025-05.csv',
    '2026-01.csv',
  ])
})
