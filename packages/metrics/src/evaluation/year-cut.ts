import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import type { Manifest } from '@utfall/contracts'
import type { Row, TableOfRows } from './published-tables.ts'

/** One agreement and calendar year of a publication, and the periods of it that overlap the year. */
export interface YearCut {
  readonly agreement: string
  readonly year: number
  readonly periods: Manifest['agreements'][number]['periods']
  readonly deliveries: Manifest['deliveries']
}

/**
 * What the manifest has of the year. Throws `ExpectedFault` that names what there is, where the agreement
 * or the year is not in the publication.
 */
export function yearCut(manifest: Manifest, agreement: string, year: number): YearCut {
  const published = manifest.agreements.find(({ id }) => id === agreement)
  if (published === undefined) throw noSuchAgreement(agreement, manifest)
  const years = published.periods
    .filter(({ period_type }) => period_type === 'year')
    .map(({ period }) => period)
  if (!years.includes(String(year))) throw noSuchYear(agreement, year, years)
  return {
    agreement,
    year,
    periods: published.periods.filter(({ start, end }) => touches(year, start, end)),
    deliveries: manifest.deliveries.filter(
      (delivery) => delivery.agreement === agreement && touches(year, delivery.start, delivery.end),
    ),
  }
}

/** The rows of the agreement whose period, or whose days, touch the year; a row without days touches any. */
export function cutTable(table: TableOfRows, { agreement, year, periods }: YearCut): TableOfRows {
  const kept = new Set(periods.map(({ period_type, period }) => `${period_type} ${period}`))
  const isKept = (row: Row) =>
    'period' in row
      ? kept.has(`${row['period_type']} ${row['period']}`)
      : touches(year, row['start'] ?? null, row['end'] ?? null)
  return { ...table, rows: table.rows.filter((row) => row['agreement'] === agreement && isKept(row)) }
}

function touches(year: number, start: Row[string], end: Row[string]): boolean {
  const beginsBefore = typeof start !== 'string' || start <= `${year}-12-31`
  const endsAfter = typeof end !== 'string' || end >= `${year}-01-01`
  return beginsBefore && endsAfter
}

function noSuchAgreement(agreement: string, { agreements }: Manifest): ExpectedFault {
  const there = agreements.map(({ id }) => id).join(', ')
  return new ExpectedFault(
    'agreement_not_published',
    {
      sv: `Avtalet ”${agreement}” finns inte i publiceringen. De som finns är: ${there}.`,
      en: `The agreement "${agreement}" is not in the publication. Those that are: ${there}.`,
    },
    EXIT_STATUS.wrongUse,
  )
}

function noSuchYear(agreement: string, year: number, years: readonly string[]): ExpectedFault {
  const there = years.join(', ')
  return new ExpectedFault(
    'year_not_published',
    {
      sv: `Publiceringen har inget om ${agreement} för ${year}. Åren som finns är: ${there}.`,
      en: `The publication has nothing about ${agreement} for ${year}. The years that it has: ${there}.`,
    },
    EXIT_STATUS.wrongUse,
  )
}
