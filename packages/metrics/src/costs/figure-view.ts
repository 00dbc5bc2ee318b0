import type { DuckDBConnection } from '@duckdb/node-api'
import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import type { Sentence } from '@utfall/contracts'
import { queryRows } from '@utfall/warehouse'
import { z } from 'zod'
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

function refused(path: string, { sv, en }: Sentence): ExpectedFault {
  return new ExpectedFault('indicator', { sv: `${path}: ${sv}`, en: `${path}: ${en}` }, EXIT_STATUS.wrongUse)
}

const cannotRun = (message: string): Sentence => ({
  sv: `SELECT-satsen går inte att köra (${message}). Rätta den; indicators/README.md visar vad den får läsa.`,
  en: `The SELECT cannot be run (${message}). Mend it; indicators/README.md shows what it may read.`,
})

const unknownColumns = (columns: readonly string[]): Sentence => ({
  sv: `Kolumnen ”${columns.join(', ')}” används inte. Ta bort den, eller rätta namnet enligt indicators/README.md.`,
  en: `The column "${columns.join(', ')}" is not used. Remove it, or mend its name by indicators/README.md.`,
})
