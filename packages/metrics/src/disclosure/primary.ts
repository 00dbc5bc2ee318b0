import type { DuckDBConnection } from '@duckdb/node-api'
import { runScript, sqlBeside } from '@utfall/warehouse'

const PRIMARY = sqlBeside(import.meta.url, 'primary.sql')

/**
 * Primary suppression of every row of `result`, money included. A row that is withheld keeps its place and
 * says why in `status`; every number in it is gone. Comes after all counting and before goals are judged.
 */
export async function protect(connection: DuckDBConnection): Promise<void> {
  await runScript(connection, PRIMARY)
}
