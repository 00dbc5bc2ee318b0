import { COST_BASES } from '@utfall/contracts'
import type { ResultRow, Unit } from '@utfall/contracts'
import { valueAxis } from '#lib/chart/scale.ts'
import { overTime } from '#lib/publication/results.ts'
import type { PeriodType } from '#lib/publication/results.ts'
import { indicatorPath } from '#lib/reader/links.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { figureDownloads } from './downloads.ts'
import { barsOf, isSize, levelsOf, namedTarget, notesOn, sourceLine } from './figure.ts'
import type { ChartView, FigureView } from './figure.ts'
import { periodMarks, tableOf } from './marks.ts'
import { summaryOverTime } from './summary.ts'

/** One indicator over the periods of one type; undefined where there are none. */
export function figureOverTime(
  indicator: string,
  type: PeriodType,
  heading: string,
  reading: Reading,
): FigureView | undefined {
  const { publication, agreement, words } = reading
  const results = publication.results(agreement.id, indicator)
  const bases = COST_BASES.filter((basis) => overTime(results, type, basis).length > 0)
  if (bases.length > 0) return costsOverTime(indicator, type, heading, bases, reading)

  const rows = overTime(results, type)
  const marks = periodMarks(rows, reading)
  const first = rows[0]
  if (!first || marks.every(({ value }) => value === null)) return undefined
  const target = targetOf(indicator, type, first.unit, reading)
  return {
    ...frame(indicator, type, heading, reading),
    summary: summaryOverTime(marks, words),
    chart: isSize(first.unit)
      ? barsOf([marks], true, namedTarget(target, first.unit, reading))
      : levelsOf('line', marks, target, first.unit, reading),
    notes: notesOn(marks, reading),
    table: tableOf(heading, words.say.figures.period, named(marks, rows), words),
  }
}

function costsOverTime(
  indicator: string,
  type: PeriodType,
  heading: string,
  bases: readonly (typeof COST_BASES)[number][],
  reading: Reading,
): FigureView | undefined {
  const { publication, agreement, words } = reading
  const results = publication.results(agreement.id, indicator)
  const series = bases.map((basis) => {
    const rows = overTime(results, type, basis)
    return { name: words.say.codes.basis[basis], rows, marks: periodMarks(rows, reading) }
  })
  const marks = series.flatMap((each) => each.marks)
  const first = series[0]
  if (!first || marks.every(({ value }) => value === null)) return undefined
  const chart: ChartView = {
    kind: 'line',
    series: series
      .filter(({ marks: line }) => line.some(({ value }) => value !== null))
      .map(({ name, marks: line }) => ({ name, marks: line })),
    axis: valueAxis(marks, null, 'kronor', words),
    target: null,
  }
  return {
    ...frame(indicator, type, heading, reading),
    summary: `${first.name}: ${summaryOverTime(first.marks, words)}`,
    chart,
    notes: notesOn(marks, reading),
    table: tableOf(
      heading,
      words.say.figures.period,
      series.flatMap(({ name, rows, marks: line }) =>
        named(line, rows).map((each) => ({ ...each, name: `${name}, ${each.name}` })),
      ),
      words,
    ),
  }
}

const frame = (indicator: string, type: PeriodType, heading: string, reading: Reading) => ({
  id: `${indicator}-${type}`,
  heading,
  source: sourceLine(reading),
  downloads: figureDownloads(reading, indicatorPath(reading.agreement.id, indicator), {
    breakdown: ['total'],
    periodType: type,
  }),
})

const named = (marks: readonly { readonly name: string }[], rows: readonly ResultRow[]) =>
  rows.map((row, index) => ({ name: marks[index]?.name ?? '', row }))

/**
 * The target that periods of this type are held against. A level is the same over any length of time; a
 * size has a target only for the periods that the goal speaks of.
 */
function targetOf(
  indicator: string,
  type: PeriodType,
  unit: Unit,
  { publication, agreement }: Reading,
): number | null {
  const goal = publication.goals.find(
    (row) =>
      row.agreement === agreement.id &&
      row.indicator === indicator &&
      (row.period_type === type || (!isSize(unit) && row.period_type === 'agreement')),
  )
  return goal?.target ?? null
}
