import type { DuckDBConnection } from '@duckdb/node-api'
import { identifier, literal, queryRow } from '@utfall/warehouse'
import { z } from 'zod'
import { inNewerScope, isNewer } from './age.ts'
import type { Scope } from './reconcile.ts'
import { keyNames, keyed } from './keyed.ts'
import { sessionTies } from './sessions.ts'
import { SHAPES, keyHash } from './shapes.ts'
import { takeOut } from './validate.ts'

const Rows = z.object({ rows: z.int() })

/**
 * Takes the rows out of `incoming` and `held_back` that newer deliveries of the source have spoken of, by their scope,
 * session or key: an older file that comes late says nothing of them. Adds their faults; returns how many they were.
 */
export async function takeOutOlder(
  connection: DuckDBConnection,
  scope: Scope,
): Promise<{ rows: number; heldBack: number }> {
  if (scope.newer.deliveries.length === 0) return { rows: 0, heldBack: 0 }
  await connection.run(`create or replace temp table older as ${olderLines(scope)}`)
  await takeOut(connection, 'select line from older')
  const heldBack = await olderHeldBack(connection, scope)
  const { rows } = await queryRow(connection, Rows, 'select count(*)::integer as rows from older')
  await connection.run("insert into fault (line, rule) select line, 'told_by_newer' from older")
  return { rows, heldBack }
}

/** SELECT of the lines of `incoming` that a newer delivery has spoken of. */
function olderLines(scope: Scope): string {
  const shape = SHAPES[scope.dataset]
  const lines = [
    `select line from incoming where ${shape.holdsFrom === undefined ? inNewerScope(scope.newer, shape.day) : goneSince(scope)}`,
    `select i.line from (${keyed(shape, 'select *, line as place from incoming', byDay(scope))}) i
     join (${keyed(shape, `select *, rowid as place from ${identifier(scope.dataset)} where ${own(scope)}`, byDay(scope))}) h
       on ${keyNames(shape, byDay(scope))
         .map((name) => `i.${name} is not distinct from h.${name}`)
         .join(' and ')}
     where ${isNewer(scope.newer, 'h.delivery')}`,
  ]
  if (scope.dataset === 'attendance') {
    for (const tie of sessionTies('incoming', 'told')) {
      lines.push(`select line from incoming join told_session told on ${tie}
                  where ${own(scope)} and ${isNewer(scope.newer, 'told.delivery')}`)
    }
  }
  return lines.join(' union ')
}

/** A row that holds from a day is the same fact as another only where that day is the same. */
function byDay({ dataset }: Scope): readonly string[] {
  const { holdsFrom } = SHAPES[dataset]
  return holdsFrom === undefined ? [] : [holdsFrom]
}

/**
 * SQL that holds for rows of `incoming` whose key was gone from a newer register: what was known of it before went
 * with it. A register that has the key left a row that holds from the register's own day.
 */
function goneSince(scope: Scope): string {
  const { key, holdsFrom } = SHAPES[scope.dataset]
  const table = identifier(scope.dataset)
  const same = key.map((part) => `held.${part} = incoming.${part}`).join(' and ')
  return `exists (
    from (select distinct told_on from delivery
          where replaces = 'everything' and ${isNewer(scope.newer, 'delivery')}) register
    where not exists (from ${table} held where ${own(scope)} and ${same} and held.${holdsFrom} = register.told_on))`
}

/** Rows that are at fault in an older file are no fault once a newer one has spoken of them. */
async function olderHeldBack(connection: DuckDBConnection, scope: Scope): Promise<number> {
  const { rows: known } = await queryRow(
    connection,
    Rows,
    "select count(*)::integer as rows from duckdb_tables() where table_name = 'held_back'",
  )
  if (known === 0) return 0
  const { newer, dataset, period } = scope
  const whole = period && newer.spans.some(({ start, end }) => start <= period.start && period.end <= end)
  const spoken = [
    `${inNewerScope(newer, 'date')} or (date is null and ${whole === true})`,
    `key_hash in (select ${keyHash(SHAPES[dataset])} from ${identifier(dataset)}
                  where ${own(scope)} and ${isNewer(newer, 'delivery')})`,
    ...sessionTies('held_back', 'told').map(
      (tie) =>
        `exists (from told_session told where ${own(scope)} and ${isNewer(newer, 'told.delivery')} and ${tie})`,
    ),
  ]
  await connection.run(`insert into older select line from held_back where ${spoken.join(' or ')}`)
  const { rows } = await queryRow(
    connection,
    Rows,
    'select count(*)::integer as rows from held_back where line in (select line from older)',
  )
  await connection.run('delete from held_back where line in (select line from older)')
  return rows
}

function own({ agreement, source }: Scope): string {
  return `agreement = ${literal(agreement)} and source_id = ${literal(source.id)}`
}
