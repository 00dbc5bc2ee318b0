import type { CostRow } from '@utfall/contracts'
import { valueAxis } from '#lib/chart/scale.ts'
import { figureDownloads } from '#lib/figure/downloads.ts'
import { barsOf, notesOn, sourceLine } from '#lib/figure/figure.ts'
import type { FigureView } from '#lib/figure/figure.ts'
import { groupMark, periodMarks } from '#lib/figure/marks.ts'
import type { GroupMark, PeriodValue } from '#lib/figure/marks.ts'
import { summaryOfGroups, summaryOverTime } from '#lib/figure/summary.ts'
import { inForce } from '#lib/reader/in-force.ts'
import { economyPath } from '#lib/reader/links.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { costsOf } from './money.ts'

const SERIES = ['funding_paid', 'cost', 'own_contribution'] as const

/** Paid, spent and given over the parts of a year; undefined where none of them is known. */
export function moneyOverTime(reading: Reading): FigureView | undefined {
  const { agreement, words } = reading
  const say = words.say.economyPage.overTime
  const type = agreement.reporting.part_of_year
  const rows = costsOf(reading).filter((row) => row.period_type === type && row.activity === '')
  const series = SERIES.map((item) => {
    const values = rows
      .filter((row) => row.item === item)
      .toSorted((a, b) => a.period_start.localeCompare(b.period_start))
      .map((row) => periodValue(row, reading))
    return { name: say.series[item], marks: periodMarks(values, reading) }
  }).filter(({ marks }) => marks.some(({ value }) => value !== null))
  const [first] = series
  const marks = series.flatMap((each) => each.marks)
  if (!first) return undefined
  return {
    id: 'pengar-over-tid',
    heading: say.heading,
    summary: series.map(({ name, marks: of }) => say.summary(name, summaryOverTime(of, words))).join(' '),
    chart: { kind: 'line', series, axis: valueAxis(marks, null, 'kronor', words), target: null },
    notes: notesOn(marks, reading),
    table: {
      caption: say.heading,
      columns: [words.say.figures.period, ...series.map(({ name }) => name)],
      rows: first.marks.map(({ name }, index) => ({
        name,
        cells: series.map(({ marks: of }) => of[index]?.text ?? ''),
      })),
    },
    source: sourceLine(reading),
    downloads: figureDownloads(reading, economyPath(agreement.id), {
      breakdown: ['total'],
      periodType: type,
    }),
  }
}

function periodValue(row: CostRow, { publication, agreement }: Reading): PeriodValue {
  const periods = publication.manifest.agreements.find(({ id }) => id === agreement.id)?.periods ?? []
  const complete = periods.some(
    (each) => each.complete && each.period_type === row.period_type && each.period === row.period,
  )
  return { ...row, value: row.amount, unit: 'kronor', ci_low: null, ci_high: null, complete }
}

/** The cost of each activity in the latest time for which any is told; undefined where none ever is. */
export function costByActivity(reading: Reading): FigureView | undefined {
  const { agreement, words } = reading
  const say = words.say.economyPage.byActivity
  const rows = costsOf(reading)
    .filter(({ item, activity }) => item === 'cost' && activity !== '')
    .filter(({ period_type }) => period_type === 'agreement' || period_type === 'agreement_year')
    .toSorted((a, b) => a.period_end.localeCompare(b.period_end))
  const last = rows.findLast(({ amount }) => amount !== null)
  if (!last || agreement.activities.length < 2) return undefined
  const marks = agreement.activities.flatMap(({ id, name }): GroupMark[] => {
    const row = rows.find((each) => each.activity === id && each.period === last.period)
    return row
      ? [
          groupMark(
            name,
            id,
            { ...row, value: row.amount, unit: 'kronor', ci_low: null, ci_high: null },
            words,
          ),
        ]
      : []
  })
  return {
    id: 'kostnad-per-insats',
    heading: say.heading,
    summary: summaryOfGroups(marks, words, false),
    chart: barsOf([marks], false),
    notes: [words.say.figures.asOfPeriod(words.period(inForce(last, reading))), ...notesOn(marks, reading)],
    table: {
      caption: say.heading,
      columns: [say.activity, say.amount],
      rows: marks.map(({ name, text }) => ({ name, cells: [text] })),
    },
    source: sourceLine(reading),
    downloads: figureDownloads(reading, economyPath(agreement.id), {
      breakdown: ['activity'],
      periodType: last.period_type,
    }),
  }
}
