import type { ResultRow } from '@utfall/contracts'
import { groups } from '#lib/publication/results.ts'
import type { ShownBreakdown } from '#lib/publication/results.ts'
import { inForce } from '#lib/reader/in-force.ts'
import { indicatorPath } from '#lib/reader/links.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { figureDownloads } from './downloads.ts'
import { barsOf, isSize, levelsOf, notesOn, sourceLine } from './figure.ts'
import type { FigureView } from './figure.ts'
import { groupMarks, tableOf } from './marks.ts'
import { summaryOfGroups } from './summary.ts'

/**
 * One indicator by one breakdown, or by gender and age together, in the period of `like`; undefined where no cell is shown.
 * Cells that nobody is in are left out.
 */
export function figureByGroup(
  indicator: string,
  breakdowns: readonly ShownBreakdown[],
  like: ResultRow,
  reading: Reading,
): FigureView | undefined {
  const { publication, agreement, words } = reading
  const results = publication.results(agreement.id, indicator)
  const parts = breakdowns
    .map((breakdown) => {
      const rows = groups(results, breakdown, like).filter((row) => row.value !== 0 || !isSize(row.unit))
      return { breakdown, rows, marks: groupMarks(rows, agreement, words) }
    })
    .filter(({ marks }) => marks.some(({ value }) => value !== null))
  const marks = parts.flatMap((part) => part.marks)
  const [first, ...others] = parts
  if (!first) return undefined

  const named = parts.flatMap((part) =>
    part.marks.flatMap(({ name, category }) => {
      const row = part.rows.find((each) => each.category === category)
      return row ? [{ name, row }] : []
    }),
  )
  const { by, together } = words.say.figures
  const heading = others.length === 0 ? by[first.breakdown] : together
  const { unit } = like
  return {
    id: `${indicator}-${breakdowns.join('-')}`,
    heading,
    summary: parts.map((part) => summaryOfGroups(part.marks, words, isSize(unit))).join(' '),
    chart: isSize(unit)
      ? barsOf(
          parts.map((part) => part.marks),
          false,
        )
      : levelsOf('dots', marks, null, unit, reading),
    notes: [words.say.figures.asOfPeriod(words.period(inForce(like, reading))), ...notesOn(marks, reading)],
    table: tableOf(heading, words.say.figures.category, named, words),
    source: sourceLine(reading),
    downloads: figureDownloads(reading, indicatorPath(agreement.id, indicator), {
      breakdown: breakdowns,
      periodType: like.period_type,
    }),
  }
}
