import type { DuckDBConnection } from '@duckdb/node-api'
import type { Agreement } from '@utfall/contracts'
import { runScript, sqlBeside } from '@utfall/warehouse'
import type { Registry } from '../registry.ts'
import { defineFigures } from './figure-view.ts'

const sql = (name: string) => sqlBeside(import.meta.url, `../sql/costs/${name}.sql`)

/** From agreements and ledger to the items of money, each step from the ones before. */
const STEPS = [
  'terms',
  'booked',
  'money_rows',
  'accrual',
  'share_weights',
  'allocation',
  'money_state',
  'money',
  'unit_costs',
].map(sql)
const FIGURE = sql('figure')

/**
 * Counts what was awarded, paid, spent and put in, per period and activity, into `cost_item`, and the indicators
 * that count kronor into `result`. Needs `preparePeriods`, and `countPeople` before it: shared cost is
 * allocated by what was counted, and unit costs are per it. Kronor are exact to the öre until they are inserted.
 */
export async function countMoney(
  connection: DuckDBConnection,
  agreements: readonly Agreement[],
  registry: Registry,
  asOf: string,
): Promise<void> {
  if (agreements.length === 0) return
  for (const step of STEPS) {
    await runScript(connection, step, { agreements: JSON.stringify(agreements), as_of: asOf })
  }
  for (const indicator of registry.indicators.filter(({ header }) => header.counts === 'kronor')) {
    const { id, version, kind, unit } = indicator.header
    await defineFigures(connection, indicator)
    await runScript(connection, FIGURE, { indicator: id, version, kind, unit })
  }
}
