import type { DuckDBConnection } from '@duckdb/node-api'
import type { Receipt, RowSum, Verdict } from '@utfall/contracts'
import { addReadingFaults } from './fault-table.ts'
import type { Reconciliation } from './reconcile.ts'

/** Whether the file removes more than a tenth of what its scope held or changes more than half, and nobody said yes to it. */
export async function pause(
  connection: DuckDBConnection,
  { held, removed, changed }: Reconciliation,
  accept: boolean,
): Promise<boolean> {
  const much = [
    ...(removed > held / 10 ? [{ rule: 'removes_much', line: null, detail: `${removed} / ${held}` }] : []),
    ...(changed > held / 2 ? [{ rule: 'changes_much', line: null, detail: `${changed} / ${held}` }] : []),
  ]
  await addReadingFaults(connection, much)
  return much.length > 0 && !accept
}

/** A file of which all rows are in quarantine is turned away as one that cannot be read is: nothing of it was loaded. */
export function verdictOf(paused: boolean, rows: RowSum, faults: Receipt['faults']): Verdict {
  if (isUnusable(rows)) return 'rejected'
  if (paused) return 'paused'
  return faults.length > 0 ? 'approved_with_remarks' : 'approved'
}

/** Whether the file was read, and no row of it could be used. */
export function isUnusable({ read, quarantined }: RowSum): boolean {
  return read > 0 && quarantined === read
}
