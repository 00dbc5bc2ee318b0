import type { DuckDBConnection } from '@duckdb/node-api'
import type { Agreement } from '@utfall/contracts'
import { runScript, sqlBeside } from '@utfall/warehouse'

const TABLES = sqlBeside(import.meta.url, 'sql/agreement_tables.sql')

/** Makes what the agreements say readable to SQL: terms, activities, age groups, sources, definitions, targets. */
export async function fillAgreementTables(
  connection: DuckDBConnection,
  agreements: readonly Agreement[],
): Promise<void> {
  await runScript(connection, TABLES, { agreements: JSON.stringify(agreements) })
}
