import type { DuckDBConnection } from '@duckdb/node-api'
import type { Agreement } from '@utfall/contracts'
import { runScript, sqlBeside } from '@utfall/warehouse'

const GOALS = sqlBeside(import.meta.url, 'sql/goals.sql')

/** Fills `goal`, and `target`, `goal` and `trust` of `result`. Comes after disclosure control. */
export async function judgeGoals(
  connection: DuckDBConnection,
  agreements: readonly Agreement[],
): Promise<void> {
  if (agreements.length === 0) return
  await runScript(connection, GOALS)
}
