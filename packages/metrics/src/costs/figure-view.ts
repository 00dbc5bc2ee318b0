import type { DuckDBConnection } from '@duckdb/node-api'
import type { Sentence } from '@utfall/contracts'
import { queryRows } from '@utfall/warehouse'
import { z } from 'zod'
import { cannotRun, refused, unknownColumns } from '../indicator-faults.ts'
import { figureValueFault } from '../own-indicators/values.ts'
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
 * `ExpectedFault` naming the file when it cannot be run or yields what nothing can be done with.
 */
export async function defineFigures(connection: DuckDBConnection, { sql, path }: Indicator): Promise<void> {
  const fault = await figureFault(connection, sql).catch((error: unknown) => {
    throw error instanceof Error ? refused(path, cannotRun(error.message)) : error
  })
  if (fault !== undefined) throw refused(path, fault)
}

/** The same, with what is wrong as the answer. Throws as the engine does. */
export async function figureFault(
  connection: DuckDBConnection,
  select: string,
): Promise<Sentence | undefined> {
  await connection.run(SHAPE)
  await connection.run(
    `create or replace temp view money_figure as from figure_shape union all by name (${select}\n)`,
  )
  const unknown = await queryRows(connection, z.object({ name: z.string() }), UNKNOWN)
  if (unknown.length > 0) return unknownColumns(unknown.map(({ name }) => name))
  return figureValueFault(connection)
}
