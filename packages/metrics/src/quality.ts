import type { DuckDBConnection } from '@duckdb/node-api'
import { DATASETS_ABOUT_PEOPLE } from '@utfall/contracts'
import { runScript, sqlBeside } from '@utfall/warehouse'

const PUBLISHED_DELIVERIES = sqlBeside(import.meta.url, 'sql/published_deliveries.sql')
const QUALITY = sqlBeside(import.meta.url, 'sql/quality.sql')

/**
 * Fills `quality`: deliveries, coverage, faults by rule, unknown and conflicting facts about people. Comes
 * after disclosure control, reads counts of people only from what that has let through, and withholds itself what
 * is about few rows of people.
 */
export async function countQuality(
  connection: DuckDBConnection,
  agreements: readonly string[],
  asOf: string,
): Promise<void> {
  await listDeliveries(connection, agreements, asOf)
  if (agreements.length === 0) return
  await runScript(connection, QUALITY, {
    as_of: asOf,
    datasets_about_people: JSON.stringify(DATASETS_ABOUT_PEOPLE),
  })
}

/** Fills `published_delivery` with what was delivered for the agreements, whatever came of it. */
export async function listDeliveries(
  connection: DuckDBConnection,
  agreements: readonly string[],
  asOf: string,
): Promise<void> {
  await runScript(connection, PUBLISHED_DELIVERIES, { agreements: JSON.stringify(agreements), as_of: asOf })
}
