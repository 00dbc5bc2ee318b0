import { COST_BASES } from '@utfall/contracts'
import type { ResultRow } from '@utfall/contracts'
import { valueAxis } from '#lib/chart/scale.ts'
import { overTime } from '#lib/publication/results.ts'
import type { PeriodType } from '#lib/publication/results.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { barsOf, downloadsOf, isSize, levelsOf, notesOn, sourceLine } from './figure.ts'
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
  const marks = periodMarks(rows, agreement, words)
  const first = rows[0]
  if (!first || marks.every(({ value }) => value === null)) return undefined
  return {
    ...frame(indicator, type, heading, reading),
    summary: summaryOverTime(marks, words),
    chart: isSize(first.unit)
      ? barsOf([marks], true)
      : levelsOf('line', marks, targetOf(rows), first.unit, reading),
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
    return { name: words.say.codes.basis[basis], rows, marks: periodMarks(rows, agreement, words) }
  })
  const marks = series.flatMap((each) => each.marks)
  const first = series[0]
  if (!first || marks.every(({ value }) => value === null)) return undefined
  const chart: ChartView = {
    kind: 'line',
    series: series.map(({ name, marks: line }) => ({ name, marks: line })),
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
  downloads: downloadsOf(reading, indicator, { breakdown: ['total'], periodType: type }),
})

const named = (marks: readonly { readonly name: string }[], rows: readonly ResultRow[]) =>
  rows.map((row, index) => ({ name: marks[index]?.name ?? '', row }))

/** The target is drawn where every period is held against the same one. */
function targetOf(rows: readonly ResultRow[]): number | null {
  const targets = new Set(rows.flatMap(({ target }) => target ?? []))
  const [only] = targets
  return targets.size === 1 && only !== undefined ? only : null
}
