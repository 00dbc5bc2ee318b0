import type { DuckDBConnection } from '@duckdb/node-api'
import { CURVE_CAUSES, CURVE_MONTHS } from '@utfall/contracts'
import type { IndicatorHeader } from '@utfall/contracts'
import { queryRows, runScript, sqlBeside } from '@utfall/warehouse'
import { z } from 'zod'
import { tallyUnits } from './tally.ts'
import type { Registry } from './registry.ts'
import { findSettled, takeSettled } from './settled/settle.ts'
import { twoSidedT, twoSidedZ } from './statistics/quantiles.ts'

const sql = (path: string) => sqlBeside(import.meta.url, path)

/** Rows of the warehouse → what indicators are written over, each step from the ones before. */
const UNITS = [
  'sql/names.sql',
  'sql/people.sql',
  'sql/lok.sql',
  'sql/attendance.sql',
  'sql/sessions.sql',
  'sql/units.sql',
  'sql/enrolment.sql',
  'sql/association_life.sql',
  'sql/outcomes.sql',
  'sql/followup.sql',
  'sql/first_outcome.sql',
  'sql/forget_sources.sql',
].map(sql)
const CELL_TABLES = sql('sql/cell_tables.sql')
const CELLS = sql('sql/cells.sql')
const RESULTS = sql('sql/results.sql')
const WATERFALLS = ['explain/steps.sql', 'sql/waterfalls.sql'].map(sql)
const TRANSITIONS = sql('sql/transitions.sql')
const CURVES = sql('sql/curves.sql')
const FORGET_UNITS = sql('sql/forget_units.sql')
const STATISTICS = ['statistics/intervals.sql', 'statistics/survival.sql'].map(sql)

const CONFIDENCE = 0.95

/**
 * Counts every indicator that is about people or events, over all periods and breakdowns, into `result`.
 * Needs `preparePeriods`. Calls `tallied` for each while `unit` is that indicator's. Throws `ExpectedFault`
 * that names the file when a SELECT cannot be counted.
 */
export async function countPeople(
  connection: DuckDBConnection,
  registry: Registry,
  asOf: string,
  tallied: (header: IndicatorHeader) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for (const script of UNITS) await runScript(connection, script, { as_of: asOf })
  await runScript(connection, CELL_TABLES, {
    headers: JSON.stringify(registry.indicators.map(({ header }) => header)),
  })
  await findSettled(connection)
  for (const indicator of registry.indicators.filter(
    ({ header }) => header.counts === 'people' || header.counts === 'events',
  )) {
    await tallyUnits(connection, indicator)
    await tallied(indicator.header)
  }
  await runScript(connection, CELLS)
  await fillStudent(connection)
  for (const script of STATISTICS) await runScript(connection, script)
  const terms = { z: twoSidedZ(CONFIDENCE), as_of: asOf }
  await runScript(connection, RESULTS, terms)
  await runScript(connection, CURVES, {
    ...terms,
    causes: JSON.stringify(CURVE_CAUSES),
    months: JSON.stringify(CURVE_MONTHS),
  })
  await takeSettled(connection)
  for (const script of WATERFALLS) await runScript(connection, script)
  await runScript(connection, TRANSITIONS, { as_of: asOf })
}

/** Gives back the memory that counting takes, once all is counted. */
export async function forgetUnits(connection: DuckDBConnection): Promise<void> {
  await runScript(connection, FORGET_UNITS)
}

/** Student's quantile for every number of values that a mean rests on. */
async function fillStudent(connection: DuckDBConnection): Promise<void> {
  const bases = await queryRows(
    connection,
    z.object({ n: z.int() }),
    `select distinct people as n from cell join indicator_header on id = indicator where kind = 'mean' and people > 1`,
  )
  const quantiles = bases.map(({ n }) => ({ n, t: twoSidedT(CONFIDENCE, n - 1) }))
  await connection.run(
    `create or replace temp table student as
    select unnest(from_json($quantiles, '[{"n": "INTEGER", "t": "DOUBLE"}]'), recursive := true)`,
    { quantiles: JSON.stringify(quantiles) },
  )
}
