import type { PublishedIndicator, ResultRow } from '@utfall/contracts'
import { figureDownloads } from '#lib/figure/downloads.ts'
import { levelsOf } from '#lib/figure/figure.ts'
import type { FigureView } from '#lib/figure/figure.ts'
import { groupMark, tableOf } from '#lib/figure/marks.ts'
import { summaryOfGroups } from '#lib/figure/summary.ts'
import type { Publication } from '#lib/publication/publication.ts'
import { inForce } from '#lib/reader/in-force.ts'
import { comparePath } from '#lib/reader/links.ts'
import type { Href } from '#lib/reader/links.ts'
import { releasedInWords } from '#lib/publication/released.ts'
import type { Words } from '#lib/words/words.ts'
import type { ComparedPeriod } from './comparisons.ts'

interface Reader {
  readonly publication: Publication
  readonly words: Words
  readonly href: Href
}

/** The agreements side by side in one period; one figure for each basis where the indicator is a cost. */
export function compareFigures(
  indicator: PublishedIndicator,
  period: ComparedPeriod,
  reader: Reader,
): FigureView[] {
  const byBasis = Map.groupBy(period.rows, ({ basis }) => basis)
  return [...byBasis].map(([basis, rows]) => compareFigure(indicator, basis, rows, reader))
}

function compareFigure(
  indicator: PublishedIndicator,
  basis: string,
  rows: readonly ResultRow[],
  { publication, words, href }: Reader,
): FigureView {
  const say = words.say.comparePage
  const named = rows.flatMap((row) => {
    const agreement = publication.agreements.find(({ id }) => id === row.agreement)
    if (!agreement) return []
    const { period_start, period_end } = inForce(row, { publication, agreement })
    return [{ row, name: agreement.title, months: words.months(period_start, period_end) }]
  })
  const marks = named.map(({ name, row }) => groupMark(name, row.agreement, row, words))
  const basisName = Object.entries(words.say.codes.basis).find(([code]) => code === basis)?.[1]
  const heading = basisName ?? words.pick(indicator.title)
  const [first] = rows
  return {
    id: ['jamfor', indicator.id, basis].filter((part) => part !== '').join('-'),
    heading,
    summary: summaryOfGroups(marks, words, false),
    chart: levelsOf('dots', marks, null, indicator.unit, { words }),
    notes: [monthsInWords(named, words)],
    table: tableOf(heading, say.agreement, named, words),
    source: words.say.figures.source(
      words.say.agreementPage.list(named.map(({ name }) => name)),
      words.day(publication.manifest.as_of),
      releasedInWords(publication, words),
    ),
    downloads: figureDownloads({ words, href }, comparePath, {
      indicator: indicator.id,
      period: first?.period ?? '',
      table: basis,
    }),
  }
}

/** The months of the figures: once where they are the same for all, else for each. */
function monthsInWords(
  named: readonly { readonly name: string; readonly months: string }[],
  { say }: Words,
): string {
  const [only, ...others] = new Set(named.map(({ months }) => months))
  return only !== undefined && others.length === 0
    ? say.figures.asOfPeriod(only)
    : say.comparePage.months(say.agreementPage.list(named.map(({ name, months }) => `${name} ${months}`)))
}
