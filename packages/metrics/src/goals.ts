import type { DuckDBConnection } from '@duckdb/node-api'
import { runScript, sqlBeside } from '@utfall/warehouse'

const GOALS = sqlBeside(import.meta.url, 'sql/goals.sql')

/** Fills `goal`, and `target`, `goal` and `trust` of `result`. Comes after disclosure control. */
export async function judgeGoals(connection: DuckDBConnection): Promise<void> {
  await runScript(connection, GOALS)
}
