import type { PublishedIndicator, ResultRow } from '@utfall/contracts'
import type { ReportSource } from './source.ts'

/** A figure of the year in total, with what it is called. */
export interface YearTotal {
  readonly row: ResultRow
  readonly title: string
  readonly definition: PublishedIndicator | undefined
}

/** Those that can be counted of what is delivered. */
export const countedTotals = (source: ReportSource): YearTotal[] =>
  yearTotals(source).filter(({ row }) => row.status !== 'not_computable')

/** By title, as a reader looks for them; with the version where the year has figures by several. */
export function yearTotals({ results, definitions }: ReportSource): YearTotal[] {
  const { compare } = new Intl.Collator('sv')
  const totals = results.filter(({ breakdown }) => breakdown === 'total')
  return totals
    .map((row) => {
      const { indicator, definition_version: version } = row
      const definition = definitions.find((each) => each.id === indicator && each.version === version)
      const broken = totals.some(
        (each) => each.indicator === indicator && each.definition_version !== version,
      )
      const title = definition?.title.sv ?? indicator
      return { row, title: broken ? `${title} (definition ${version})` : title, definition }
    })
    .toSorted((one, other) => compare(one.title, other.title))
}
