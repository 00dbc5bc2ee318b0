import type { DuckDBConnection } from '@duckdb/node-api'
import type { Agreement } from '@utfall/contracts'
import { runScript, sqlBeside } from '@utfall/warehouse'
import { fillAgreementTables } from './agreement-tables.ts'

/** A period of one agreement. Days are ISO dates, both ends included. */
export interface Period {
  readonly agreement: string
  readonly period_type: 'year' | 'tertial' | 'quarter' | 'half' | 'agreement_year' | 'agreement'
  readonly period: string
  readonly period_start: string
  readonly period_end: string
  /** The earlier of `period_end` and `as_of`: nothing later is used. */
  readonly last_day: string
}

const PARTS_OF_YEAR = {
  tertial: { letter: 'T', months: 4 },
  quarter: { letter: 'Q', months: 3 },
  half: { letter: 'H', months: 6 },
} as const

/**
 * Every period that overlaps the agreement and began on or before `asOf`: calendar years and their parts
 * whole, though the agreement may begin or end inside them, then agreement years, then all of it.
 */
export function periodsOf(agreement: Agreement, asOf: string): Period[] {
  const { start, end } = agreement.period
  const { part_of_year } = agreement.reporting
  const { letter, months } = PARTS_OF_YEAR[part_of_year]
  const years = range(yearOf(start), yearOf(end))
  const spans: Omit<Period, 'agreement' | 'last_day'>[] = [
    ...years.map((year) => ({
      period_type: 'year' as const,
      period: String(year),
      period_start: day(year, 0, 1),
      period_end: day(year + 1, 0, 0),
    })),
    ...years.flatMap((year) =>
      range(1, 12 / months).map((part) => ({
        period_type: part_of_year,
        period: `${year}-${letter}${part}`,
        period_start: day(year, (part - 1) * months, 1),
        period_end: day(year, part * months, 0),
      })),
    ),
    ...range(1, years.length).map((number) => ({
      period_type: 'agreement_year' as const,
      period: String(number),
      period_start: anniversary(start, number - 1, 0),
      period_end: earlier(end, anniversary(start, number, -1)),
    })),
    { period_type: 'agreement', period: 'all', period_start: start, period_end: end },
  ]
  return spans
    .filter((span) => span.period_start <= earlier(end, asOf) && span.period_end >= start)
    .map((span) => ({ agreement: agreement.id, ...span, last_day: earlier(span.period_end, asOf) }))
}

const yearOf = (date: string) => Number(date.slice(0, 4))
const earlier = (a: string, b: string) => (a < b ? a : b)
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
const day = (year: number, month: number, date: number) =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)

/** The day so many years after `start`, and some days. A 29 February falls on 1 March where there is none. */
const anniversary = (start: string, years: number, days: number) =>
  day(yearOf(start) + years, Number(start.slice(5, 7)) - 1, Number(start.slice(8)) + days)

const WORKING_TABLES = sqlBeside(import.meta.url, 'sql/working_tables.sql')
const PERIODS = sqlBeside(import.meta.url, 'sql/periods.sql')

/** Makes the working tables of a publication anew, with the agreements' terms and periods in them. */
export async function preparePeriods(
  connection: DuckDBConnection,
  agreements: readonly Agreement[],
  asOf: string,
): Promise<void> {
  await runScript(connection, WORKING_TABLES)
  await fillAgreementTables(connection, agreements)
  const periods = agreements.flatMap((agreement) => periodsOf(agreement, asOf))
  await runScript(connection, PERIODS, { periods: JSON.stringify(periods), as_of: asOf })
}
