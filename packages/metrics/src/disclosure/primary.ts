import type { DuckDBConnection } from '@duckdb/node-api'
import { runScript, sqlBeside } from '@utfall/warehouse'

const PRIMARY = sqlBeside(import.meta.url, 'primary.sql')
const OUTCOMES = sqlBeside(import.meta.url, 'primary_outcomes.sql')
const LONE_TRANSITIONS = sqlBeside(import.meta.url, 'lone_transitions.sql')

/**
 * Primary suppression of every row of `result`, money included, and of the tables beside it. A row that is withheld
 * keeps its place and says why in `status`; every number in it is gone. Comes after all counting and before goals
 * are judged.
 */
export async function protect(connection: DuckDBConnection): Promise<void> {
  await runScript(connection, PRIMARY)
  await runScript(connection, OUTCOMES)
  let hidden: number
  do hidden = (await connection.run(LONE_TRANSITIONS)).rowsChanged
  while (hidden > 0)
}
