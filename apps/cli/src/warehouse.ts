import { existsSync } from 'node:fs'
import { openWarehouse } from '@utfall/warehouse'
import type { Home, Warehouse } from '@utfall/warehouse'
import { nothingIngested } from './messages/faults.ts'

type Work<Result> = (warehouse: Warehouse) => Promise<Result>

/** Opens the warehouse, creating it when it is missing, and closes it however the work ends. */
export async function inWarehouse<Result>(home: Home, work: Work<Result>): Promise<Result> {
  const warehouse = await openWarehouse(home)
  try {
    return await work(warehouse)
  } finally {
    warehouse.close()
  }
}

/** For work that only makes sense after the first delivery: throws `ExpectedFault` when there is no warehouse. */
export async function inExistingWarehouse<Result>(home: Home, work: Work<Result>): Promise<Result> {
  if (!existsSync(home.warehouse)) throw nothingIngested(home.folder)
  return inWarehouse(home, work)
}

/** For a trial: the warehouse as it is, or an empty one in memory, so that none is made. */
export async function inTrialWarehouse<Result>(home: Home, work: Work<Result>): Promise<Result> {
  return inWarehouse(existsSync(home.warehouse) ? home : { ...home, warehouse: ':memory:' }, work)
}
