import { CorrectionRow, CostRow, GoalRow, ResultRow } from '@utfall/contracts'
import type { Manifest, PublishedAgreement, PublishedIndicator, TableName } from '@utfall/contracts'
import { z } from 'zod'
import type { TableOfRows } from '../published-tables.ts'
import type { YearCut } from '../year-cut.ts'

/** What the report of one agreement and year is written from. */
export interface ReportSource {
  readonly manifest: Manifest
  readonly agreement: PublishedAgreement
  readonly cut: YearCut
  readonly definitions: readonly PublishedIndicator[]
  /** Of the calendar year, and of the one before it for comparison. */
  readonly results: readonly ResultRow[]
  readonly before: readonly ResultRow[]
  readonly goals: readonly GoalRow[]
  readonly costs: readonly CostRow[]
  readonly corrections: readonly CorrectionRow[]
}

interface PackageTables {
  /** All rows of the publication. */
  readonly published: readonly TableOfRows[]
  /** Those of the agreement and year. */
  readonly tables: readonly TableOfRows[]
}

export function reportSource(
  { published, tables }: PackageTables,
  rest: Pick<ReportSource, 'manifest' | 'agreement' | 'cut' | 'definitions'>,
): ReportSource {
  const { agreement, year } = rest.cut
  const ofYear = (rows: readonly ResultRow[], of: number) =>
    rows.filter(
      (row) => row.agreement === agreement && row.period_type === 'year' && row.period === String(of),
    )
  const results = z.array(ResultRow).parse(rowsOf(published, 'results'))
  return {
    ...rest,
    results: ofYear(results, year),
    before: ofYear(results, year - 1),
    goals: z.array(GoalRow).parse(rowsOf(tables, 'goals')),
    costs: z.array(CostRow).parse(rowsOf(tables, 'costs')),
    corrections: z.array(CorrectionRow).parse(rowsOf(tables, 'corrections')),
  }
}

const rowsOf = (tables: readonly TableOfRows[], name: TableName) =>
  tables.find((table) => table.name === name)?.rows
