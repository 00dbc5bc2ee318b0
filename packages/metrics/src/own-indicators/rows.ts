import type { DuckDBConnection } from '@duckdb/node-api'
import { literal, queryRows, sqlBeside } from '@utfall/warehouse'
import { z } from 'zod'
import type { Indicator } from '../registry.ts'

const ROWS = sqlBeside(import.meta.url, 'rows.sql')

/** How many rows of each role are shown. */
const EXAMPLES = 3

/** What is shown of a row, whether it counts people, events or money. */
const SHAPE = `create or replace temp table row_shape (
  period_id integer, activity varchar, person uuid, role varchar, reason varchar, basis varchar, amount double)`

const ExampleRow = z.object({
  agreement: z.string().nullable(),
  period_type: z.string().nullable(),
  period: z.string().nullable(),
  activity: z.string().nullable(),
  /** The pseudonym; null where the row is about nobody in particular. */
  person: z.string().nullable(),
  reason: z.string().nullable(),
  /** The basis of a cost. */
  basis: z.string().nullable(),
  amount: z.number().nullable(),
})

const CountRow = z.object({
  indicator: z.string(),
  /** Empty for an indicator of money or goals. */
  role: z.string(),
  units: z.int(),
  /** Different persons. */
  people: z.int(),
  /** Rows of whoever has most in one period and activity: one. Null where the rows are about nobody in particular. */
  most: z.int().nullable(),
  examples: z.array(ExampleRow),
})
export type CountRow = Readonly<z.infer<typeof CountRow>>

/** The rows of all the indicators, in one query. Throws as the engine does where one of them cannot be run. */
export async function rowsOf(
  connection: DuckDBConnection,
  indicators: readonly Indicator[],
): Promise<CountRow[]> {
  if (indicators.length === 0) return []
  await connection.run(SHAPE)
  const all = indicators.map(
    ({ header, sql }) => `
      select ${literal(header.id)} as indicator, coalesce(role, '') as role, period_id, activity, person, reason, basis, amount
      from (from row_shape union all by name (${sql}\n))`,
  )
  await connection.run(`create or replace temp view indicator_row as ${all.join('\nunion all\n')}`)
  return queryRows(connection, CountRow, ROWS, { examples: EXAMPLES })
}
