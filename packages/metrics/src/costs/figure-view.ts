import type { DuckDBConnection } from '@duckdb/node-api'
import { queryRows } from '@utfall/warehouse'
import { z } from 'zod'
import { cannotRun, refused, unknownColumns } from '../indicator-faults.ts'
import type { Indicator } from '../registry.ts'

/** The columns that the SELECT of a money indicator may yield (indicators/README.md). */
const SHAPE = `create or replace temp table figure_shape (
  period_id integer, activity varchar, basis varchar, amount decimal(18, 2), denominator double, people integer,
  smallest_part integer, status varchar, note varchar)`

const UNKNOWN = `
  select column_name as name
  from (describe money_figure)
  where column_name not in (select column_name from (describe figure_shape))`

/**
 * Makes an indicator's SELECT the view `money_figure`, with the columns that it leaves out as null. Throws
 * `ExpectedFault` naming the file when it cannot be run or yields a column that nothing is done with.
 */
export async function defineFigures(connection: DuckDBConnection, { sql, path }: Indicator): Promise<void> {
  await connection.run(SHAPE)
  const view = `create or replace temp view money_figure as from figure_shape union all by name (${sql}\n)`
  await connection.run(view).catch((error: unknown) => {
    if (error instanceof Error) throw refused(path, cannotRun(error.message))
    throw error
  })
  const unknown = await queryRows(connection, z.object({ name: z.string() }), UNKNOWN)
  if (unknown.length > 0) throw refused(path, unknownColumns(unknown.map(({ name }) => name)))
}
