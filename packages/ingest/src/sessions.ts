import type { DuckDBConnection } from '@duckdb/node-api'
import { identifier } from '@utfall/warehouse'
import { sessionName } from './fields.ts'
import { parametersOf } from './pseudonym/identity.ts'
import type { KeyChain } from './pseudonym/key.ts'

/**
 * The sessions that a file names one by one, whatever it is silent of: a temporary table with `session` (as the rows
 * have it), `alone` and `dated` (its code without and with its day), `date`, `repeats` (the code is of several days)
 * and `partly` (only the marks that the file names are spoken of; otherwise the whole session is).
 */
export interface SessionsTold {
  readonly table: string
  /** The file speaks of these sessions only, and removes nothing by being silent of others. */
  readonly only: boolean
}

/** Names the sessions as the warehouse does, which hides what looks like an identity number. */
export async function nameSessions(
  connection: DuckDBConnection,
  { table }: SessionsTold,
  key: KeyChain,
): Promise<void> {
  const names = ['session', 'alone', 'dated'].map((name) => `${name} = ${sessionName(name)}`)
  await connection.run(`update ${identifier(table)} set ${names.join(', ')}`, parametersOf(key[0]))
}

/**
 * SQL for the rows (`held_row`) of the sessions that the file speaks of. `held`: a SELECT of those it may change. A
 * code that stands alone is the same session whatever its day, so that one that was moved is known again.
 */
export function rowsOfSessions({ table }: SessionsTold, held: string): string {
  const ties = sessionTies('held', 'told').map(
    (tie) => `select held.rowid as held_row, held.person, held.role, told.session, partly
      from held join ${identifier(table)} told on ${tie}`,
  )
  return `
    with held as (${held}), told as (${ties.join(' union ')})
    select held_row from told
    where not partly or (session, person, role) in (select (session, person, role) from incoming)`
}

/**
 * SQL that holds where a row (an alias with `date` and `session`) lies in a session that was told of (an alias): by
 * its code on its day, or by a code that is of one day only, whatever that day. Two conditions, to be joined by each.
 */
export function sessionTies(row: string, told: string): readonly [string, string] {
  return [
    `${told}.date = ${row}.date and ${row}.session in (${told}.alone, ${told}.dated)`,
    `${row}.session = ${told}.alone and not ${told}.repeats and ${told}.date is not null`,
  ]
}
