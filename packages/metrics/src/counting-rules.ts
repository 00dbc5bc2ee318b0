import type { DuckDBConnection } from '@duckdb/node-api'
import { runScript, sqlBeside } from '@utfall/warehouse'

const COUNTING_RULES = sqlBeside(import.meta.url, 'sql/counting_rules.sql')

/**
 * Names the counting rule of attendance beside each figure that it decides, in the note of `result`. Comes after
 * disclosure control, for figures that are shown.
 */
export async function nameCountingRules(connection: DuckDBConnection): Promise<void> {
  await runScript(connection, COUNTING_RULES)
}
