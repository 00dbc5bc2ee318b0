import type { DuckDBConnection } from '@duckdb/node-api'
import { runScript, sqlBeside } from '@utfall/warehouse'
import { defineFigures } from './costs/figure-view.ts'
import type { Registry } from './registry.ts'

const GOALS = sqlBeside(import.meta.url, 'sql/goals.sql')
const RUN_RATE = sqlBeside(import.meta.url, 'sql/run_rate.sql')
const FIGURE = sqlBeside(import.meta.url, 'sql/costs/figure.sql')
const TRUST = sqlBeside(import.meta.url, 'sql/goals_trust.sql')

/**
 * Fills `goal`, and `target`, `goal` and `trust` of `result`, with the rate toward a target as its note. Comes after
 * disclosure control.
 */
export async function judgeGoals(connection: DuckDBConnection): Promise<void> {
  await runScript(connection, GOALS)
  await runScript(connection, RUN_RATE)
}

/** Counts the indicators that are about goals themselves, into `result`. Comes after `judgeGoals`. */
export async function countGoals(connection: DuckDBConnection, registry: Registry): Promise<void> {
  for (const indicator of registry.indicators.filter(({ header }) => header.counts === 'goals')) {
    const { id, version, kind, unit } = indicator.header
    await defineFigures(connection, indicator)
    await runScript(connection, FIGURE, { indicator: id, version, kind, unit })
  }
  await runScript(connection, TRUST)
}
