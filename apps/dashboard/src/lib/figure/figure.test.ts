import { expect, test } from 'vitest'
import { sollentuna } from '../../../fixture/agreements.ts'
import { results } from '../../../fixture/figures.ts'
import { readContent, readingOf } from '../../../fixture/reading.ts'
import { wordsIn } from '#lib/words/words.ts'
import { notesOn } from './figure.ts'
import { groupMark, groupMarks, periodMarks, tableOf } from './marks.ts'
import { summaryOfGroups, summaryOverTime } from './summary.ts'

const sv = wordsIn('sv')
const reading = readingOf(await readContent(), sollentuna)
const shares = results.filter(
  (row) =>
    row.agreement === sollentuna.id &&
    row.indicator === 'share_to_work_or_studies' &&
    row.breakdown === 'total',
)
const tertials = shares.filter((row) => row.period_type === 'tertial')
const plain = (text: string) => text.replaceAll('\u00A0', ' ').replaceAll('\u2060', '')

test('a period is named by the months that the agreement was in force', () => {
  const [first] = periodMarks(tertials, reading)
  expect(first).toMatchObject({ name: 'mars–april 2025', label: ['mars–apr', '2025'] })
})

test('a withheld point is a gap with a sign and a reason', () => {
  const [first] = periodMarks(tertials, reading)
  expect(first).toMatchObject({ value: null, low: null, high: null, text: '..' })
  expect(first?.reason).not.toBe('')
})

test('the summary over time says where it began, where it is, and what is not shown', () => {
  expect(plain(summaryOverTime(periodMarks(tertials, reading), sv))).toBe(
    'Från 38 % i maj–augusti 2025 till 52 % i maj–augusti 2026. Av det som visas var det högst i januari–april 2026, 55 %. ' +
      'Mars–april 2025 visas inte.',
  )
})

test('where one period alone is shown the summary says that others are not', () => {
  const marks = periodMarks(tertials.slice(0, 2), reading)
  expect(plain(summaryOverTime(marks, sv))).toBe('38 % i maj–augusti 2025. Mars–april 2025 visas inte.')
})

test('an open period is not where a course ends', () => {
  const open = tertials.map((row) => ({ ...row, complete: row.period !== '2026-T2' }))
  expect(plain(summaryOverTime(periodMarks(open, reading), sv))).toContain('till 55 % i januari–april 2026')
})

test('without any value the summary says so', () => {
  expect(summaryOverTime(periodMarks(tertials.slice(0, 1), reading), sv)).toBe('Inga tal kan visas här.')
  expect(summaryOfGroups([], sv, true)).toBe('Inga tal kan visas här.')
})

test('the table has both parts of every share, and words where a figure is withheld', () => {
  const rows = tertials.slice(0, 2).map((row) => ({ name: row.period, row }))
  const table = tableOf('Rubrik', 'Period', rows, sv)
  expect(table.columns).toEqual(['Period', 'Värde', '95 procents intervall', 'Täljare', 'Nämnare', 'Okända'])
  expect(table.rows.map(({ cells }) => cells.map(plain))).toEqual([
    ['.. visas inte, så att ingen kan kännas igen', '–', '–', '–', '–'],
    ['37,5 %', 'mellan 18 och 61 procent', '6', '16', '1'],
  ])
})

test('groups stand in their own order, and few of them are all named', () => {
  const ages = results.filter((row) => row.breakdown === 'age_group')
  const marks = groupMarks(ages.toReversed(), sollentuna, sv)
  expect(marks.map(({ name }) => plain(name))).toEqual(['13–15 år', '16–19 år', '20–24 år', '25–29 år'])
  expect(plain(summaryOfGroups(marks, sv, true))).toBe(
    '13–15 år 54, 16–19 år 118, 20–24 år 60. 25–29 år visas inte.',
  )
})

test('of many groups the largest is named, the unknown apart', () => {
  const ages = results.filter((row) => row.breakdown === 'age_group' && row.status === 'ok')
  const [first] = ages
  const more = first
    ? [
        { ...first, category: '30-64', value: 7 },
        { ...first, category: 'unknown', value: 9 },
      ]
    : []
  expect(plain(summaryOfGroups(groupMarks([...ages, ...more], sollentuna, sv), sv, true))).toBe(
    'Den största gruppen är 16–19 år, 118. Okänt för 9.',
  )
})

test('the largest of those that are shown is not said to be the largest where others are withheld', () => {
  const first = results.find((row) => row.breakdown === 'age_group' && row.status === 'ok')
  const districts = first
    ? [58, 40, 16, 86, null].map((value, index) => ({
        ...first,
        breakdown: 'district' as const,
        category: `Område ${index + 1}`,
        value,
        status: value === null ? ('suppressed' as const) : ('ok' as const),
      }))
    : []
  const marks = groupMarks(districts, sollentuna, sv)
  expect(summaryOfGroups(marks, sv, true)).toBe(
    'Av det som visas är Område 4 störst, 86. Område 5 visas inte.',
  )
  expect(summaryOfGroups(marks, sv, false)).toBe(
    'Av det som visas ligger Område 4 högst med 86, lägst Område 3 med 16. Område 5 visas inte.',
  )
})

test('of levels that are all alike none is called the highest', () => {
  const first = shares.find((row) => row.status === 'ok')
  const alike = first
    ? ['a', 'b', 'c', 'd'].map((name) => groupMark(name, name, { ...first, value: 0 }, sv))
    : []
  expect(plain(summaryOfGroups(alike, sv, false))).toBe('Alla har 0 %.')
})

test('where another definition begins there is a break, said in a note', () => {
  const changed = tertials.map((row) => ({
    ...row,
    definition_version: row.period_start >= '2026' ? 2 : 1,
  }))
  const marks = periodMarks(changed, reading)
  expect(marks.map(({ begins }) => begins)).toEqual([0, 0, 0, 2, 0])
  expect(plain(summaryOverTime(marks, sv))).toBe(
    'Från 55 % i januari–april 2026 till 52 % i maj–augusti 2026.',
  )
  expect(notesOn(marks, reading).join(' ')).toContain(
    'Från och med januari–april 2026 räknas talet efter version 2 av definitionen',
  )
})

test('a figure that waits for its correction stands, and both note and table say so', () => {
  const waiting = tertials.map((row) => ({
    ...row,
    note: row.period === '2025-T2' ? 'correction_waits' : '',
  }))
  const marks = periodMarks(waiting, reading)
  expect(marks[1]).toMatchObject({ value: 6 / 16, waits: true })
  expect(notesOn(marks, reading)).toContainEqual(expect.stringMatching(/^Rättelse väntar: /))
  expect(notesOn(periodMarks(tertials, reading), reading).join()).not.toContain('Rättelse')
  const table = tableOf(
    'Rubrik',
    'Period',
    waiting.slice(1, 3).map((row) => ({ name: row.period, row })),
    sv,
  )
  expect(table.rows.map(({ cells: [value = ''] }) => plain(value))).toEqual([
    '37,5 % (rättelse väntar)',
    '45,0 %',
  ])
})
