import type { DuckDBConnection } from '@duckdb/node-api'
import { runScript, sqlBeside } from '@utfall/warehouse'
import { suppressEvents } from './events.ts'
import { withholdTelling } from './objection.ts'
import type { Objection } from './objection.ts'
import type { Effort } from './suppress-models.ts'
import { suppressPeople } from './people.ts'
import { suppressTransitions } from './transitions.ts'

const sql = (name: string) => sqlBeside(import.meta.url, `${name}.sql`)
const TILINGS = sql('tilings')
const PUBLISHED_ROWS = sql('published_rows')
const RELEASED_ROWS = sql('released_rows')
const LARGE_ROWS = sql('large_rows')
const DECIDED = sql('decided')
const ALLOCATED_COSTS = sql('allocated_costs')
const LONE_COSTS = sql('lone_costs')
const UNIT_COSTS = sql('unit_costs_of_hidden')
const EMPTIED = sql('emptied')
const OUTCOME_TABLES = sql('outcome_tables')
const WAITING_ROWS = sql('waiting_rows')

/**
 * Disclosure control of every row of `result`, money included, and of the tables beside it. A row that is withheld
 * keeps its place and says why in `status`; every number in it is gone. What earlier publications said (the ledger,
 * `published_figure`) binds this one, and what told small numbers of a publication that was objected to is withheld.
 * Comes after all counting and before goals are judged. Throws `ExpectedFault` that names the cell where one cannot be
 * protected.
 */
export async function protect(
  connection: DuckDBConnection,
  objections: readonly Objection[] = [],
): Promise<Effort[]> {
  await runScript(connection, TILINGS)
  await runScript(connection, PUBLISHED_ROWS)
  await runScript(connection, RELEASED_ROWS)
  await withholdTelling(connection, objections)
  const efforts = await suppressPeople(connection)
  await runScript(connection, LARGE_ROWS)
  await runScript(connection, DECIDED)
  efforts.push(...(await suppressEvents(connection)))
  await runScript(connection, ALLOCATED_COSTS)
  await untilNoneIsAlone(connection, LONE_COSTS)
  await runScript(connection, UNIT_COSTS)
  await runScript(connection, EMPTIED)
  await runScript(connection, OUTCOME_TABLES)
  efforts.push(...(await suppressTransitions(connection)))
  await runScript(connection, WAITING_ROWS)
  return efforts
}

/** Hides one more wherever a single cell is hidden in a sum, until that leaves no other alone. */
async function untilNoneIsAlone(connection: DuckDBConnection, hideOneMore: string): Promise<void> {
  let hidden: number
  do hidden = (await connection.run(hideOneMore)).rowsChanged
  while (hidden > 0)
}
