import type { DuckDBConnection } from '@duckdb/node-api'
import { runScript, sqlBeside, transaction } from '@utfall/warehouse'
import { MOST_PEOPLE } from '../disclosure/people.ts'
import { basesInJson } from '../publication/basis.ts'
import type { Basis } from '../publication/basis.ts'

const SETTLE = sqlBeside(import.meta.url, 'settle.sql')
const FIGURES = sqlBeside(import.meta.url, 'figures.sql')
const TAKE = sqlBeside(import.meta.url, 'take.sql')
const KEEP = sqlBeside(import.meta.url, 'keep.sql')

/**
 * Fills `settled_period`: periods that what was counted before still stands for, though the publication speaks of a
 * later day. Comes after `preparePeriods`; counting then leaves their figures out.
 */
export async function settlePeriods(connection: DuckDBConnection, basis: Basis, asOf: string): Promise<void> {
  await runScript(connection, SETTLE, { bases: basesInJson(basis), as_of: asOf })
}

/** Finds the figures of settled periods and the people behind them, before anything is tallied. */
export async function findSettled(connection: DuckDBConnection): Promise<void> {
  await runScript(connection, FIGURES, { most_people: MOST_PEOPLE })
}

/**
 * Adds what was counted before of the settled periods to what was counted now, with the people behind it. What was
 * counted now is set aside before anything of it is withheld, for `keepCounted`.
 */
export async function takeSettled(connection: DuckDBConnection): Promise<void> {
  await runScript(connection, TAKE)
}

/** Keeps what was counted for a publication, once that is to be released. */
export async function keepCounted(
  connection: DuckDBConnection,
  publication: string,
  basis: Basis,
  asOf: string,
): Promise<void> {
  await transaction(connection, () =>
    runScript(connection, KEEP, { publication, bases: basesInJson(basis), as_of: asOf }),
  )
}
