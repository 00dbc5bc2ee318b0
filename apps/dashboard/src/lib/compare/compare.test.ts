import type { ResultRow } from '@utfall/contracts'
import { expect, test } from 'vitest'
import { eskilstuna, sollentuna } from '../../../fixture/agreements.ts'
import { results } from '../../../fixture/figures.ts'
import { readContent } from '../../../fixture/reading.ts'
import type { Publication } from '#lib/publication/publication.ts'
import { linksFor } from '#lib/reader/links.ts'
import { wordsIn } from '#lib/words/words.ts'
import { compareFigures } from './compare-figures.ts'
import { compare } from './comparisons.ts'

const publication = await readContent()
const share = publication.indicators.get('share_to_work_or_studies')
const like = results.find((row) => row.indicator === 'share_to_work_or_studies' && row.status === 'ok')
if (!share || !like) throw new Error('the fixture has no share')

const year = (agreement: string, part: Partial<ResultRow> = {}): ResultRow => ({
  ...like,
  agreement,
  period_type: 'agreement_year',
  period: '1',
  complete: true,
  numerator: 20,
  denominator: 40,
  value: 0.5,
  ci_low: 0.35,
  ci_high: 0.65,
  ...part,
})
const measured = (rows: readonly ResultRow[], indicator = share): Publication => ({
  ...publication,
  indicators: new Map([[indicator.id, indicator]]),
  results: (agreement) => rows.filter((row) => row.agreement === agreement),
})
const obstacle = (rows: readonly ResultRow[], indicator = share) => {
  const compared = compare(indicator, measured(rows, indicator))
  return 'obstacle' in compared ? compared.obstacle : ''
}
const ours = year(sollentuna.id)
const theirs = year(eskilstuna.id, { value: 0.3, numerator: 9, denominator: 30 })

test('agreements stand side by side where definition, period and base agree', () => {
  expect(obstacle([ours, theirs])).toBe('')
})

test.each([
  ['not_measured', [ours]],
  ['not_measured', [ours, { ...theirs, status: 'suppressed', value: null }]],
  ['not_measured', [ours, { ...theirs, complete: false }]],
  ['definition', [ours, { ...theirs, definition_version: 2 }]],
  ['period', [ours, { ...theirs, period: '2' }]],
  ['base', [ours, { ...theirs, denominator: 19 }]],
  ['base', [ours, { ...theirs, denominator: null }]],
] as const)('%s keeps them apart', (why, rows) => {
  expect(obstacle(rows)).toBe(why)
})

const decided = (terms: Record<string, unknown>) => ({
  ...share,
  parameters: { [sollentuna.id]: {}, [eskilstuna.id]: terms },
})

test('terms that change the figure keep them apart, and those of disclosure do not', () => {
  expect(obstacle([ours, theirs], decided({ excluded_reasons: ['moved'] }))).toBe('terms')
  expect(obstacle([ours, theirs], decided({ threshold: 10 }))).toBe('')
})

test('where volunteer hours are valued otherwise, only the bases without them are compared', () => {
  const rows = [ours, theirs].flatMap((row) =>
    ['municipality', 'cost_with_own_contribution'].map((basis) => ({ ...row, basis })),
  )
  const cost = decided({ volunteer_rate: 220 })
  const compared = compare(cost, measured(rows, cost))
  const [period] = 'periods' in compared ? compared.periods : []
  expect(period?.rows.map(({ basis }) => basis)).toEqual(['municipality', 'municipality'])
})

test('visits that are counted by different rules are not compared', () => {
  const [first, ...others] = sollentuna.activities
  const visits = { ...share, id: 'visits_per_open_day', terms: ['counting_rule' as const] }
  const rows = [ours, theirs]
  expect(obstacle(rows, visits)).toBe('')
  if (!first) throw new Error('no activity')
  const otherwise = { ...sollentuna, activities: [{ ...first, counting_rule: 'lok' as const }, ...others] }
  const compared = compare(visits, { ...measured(rows, visits), agreements: [otherwise, eskilstuna] })
  expect(compared).toMatchObject({ obstacle: 'counting_rule' })
})

test('periods stand in the order of time, years of the agreements after calendar years', () => {
  const rows = [
    ['agreement_year', '2'],
    ['agreement_year', '10'],
    ['year', '2026'],
    ['agreement_year', '1'],
    ['year', '2025'],
  ].flatMap(([period_type, period]) =>
    [ours, theirs].map((row) => ({ ...row, period_type, period }) as ResultRow),
  )
  const compared = compare(share, measured(rows, share))
  expect('periods' in compared && compared.periods.map(({ period }) => period)).toEqual([
    '2025',
    '2026',
    '1',
    '2',
    '10',
  ])
})

test('the figure names each agreement, its base and its months', () => {
  const words = wordsIn('sv')
  const reader = { publication, words, href: linksFor({ language: 'sv', publication: undefined }) }
  const [figure] = compareFigures(
    share,
    {
      period_type: 'agreement_year',
      period: '1',
      rows: [ours, { ...theirs, period_start: '2018-12-01', period_end: '2019-11-30' }],
    },
    reader,
  )
  expect(figure?.table.rows.map(({ name }) => name)).toEqual([sollentuna.title, eskilstuna.title])
  expect(figure?.notes[0]).toContain(`${eskilstuna.title} december 2018–november 2019`)
  const agreements = publication.agreements.map((each) => ({ ...each, period: sollentuna.period }))
  const [same] = compareFigures(
    share,
    { period_type: 'year', period: '2026', rows: [ours, { ...ours, agreement: eskilstuna.id }] },
    { ...reader, publication: { ...publication, agreements } },
  )
  expect(same?.notes).toEqual([`Avser ${words.months(ours.period_start, ours.period_end)}.`])
  expect(figure?.downloads[0]?.href).toBe('/jamfor/data.csv?indikator=share_to_work_or_studies&period=1')
})
