import type { DuckDBConnection } from '@duckdb/node-api'
import type { AgreementSource, DatasetName, Receipt } from '@utfall/contracts'
import { identifier, literal, queryRow } from '@utfall/warehouse'
import { z } from 'zod'
import { inNewerScope, isNewer } from './age.ts'
import type { Newer } from './age.ts'
import { keyNames, keyed } from './keyed.ts'
import type { Period } from './period-in-name.ts'
import { rowsOfSessions } from './sessions.ts'
import type { SessionsTold } from './sessions.ts'
import { SHAPES } from './shapes.ts'
import type { Shape } from './shapes.ts'

type Replaces = NonNullable<Receipt['scope']>['replaces']

/** What a file may change: rows of one source, all of them or those of a period. */
export interface Scope {
  readonly agreement: string
  readonly source: AgreementSource
  readonly dataset: DatasetName
  /** First and last day, where rows have a day; null where the file speaks of no period. */
  readonly period: Period | null
  /** `rows`: silence removes nothing. Otherwise what the scope held and the file has not is gone. */
  readonly replaces: Replaces
  /** Sessions that the file speaks of one by one; null where it speaks of rows only. */
  readonly sessions: SessionsTold | null
  /** The day that the file was told on. */
  readonly toldOn: string | null
  /** What lies outside the scope, since newer files have spoken of it. */
  readonly newer: Newer
}

const Counts = z.object({
  held: z.int(),
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  removed: z.int(),
})
export type Reconciliation = z.infer<typeof Counts>

/**
 * Compares `incoming` (without the rows that are at fault or double) with what the scope holds. Fills the temporary
 * table `matched` (line, held_row, status), but where the scope is empty: then all is new, and nothing is compared.
 */
export async function reconcile(connection: DuckDBConnection, scope: Scope): Promise<Reconciliation> {
  const shape = SHAPES[scope.dataset]
  const { held } = await queryRow(
    connection,
    z.object({ held: z.int() }),
    `select count(*)::integer as held from ${identifier(scope.dataset)} where ${inScope(scope, shape)}`,
  )
  if (held === 0) {
    const { rows } = await queryRow(
      connection,
      z.object({ rows: z.int() }),
      'select count(*)::integer as rows from incoming_row',
    )
    return { held: 0, new: rows, changed: 0, unchanged: 0, removed: 0 }
  }
  await connection.run(matchSql(scope, shape))
  return queryRow(
    connection,
    Counts,
    `select count(held_row)::integer as held, count(*) filter (where status = 'new')::integer as new,
       count(*) filter (where status = 'changed')::integer as changed,
       count(*) filter (where status in ('unchanged', 'told_again'))::integer as unchanged,
       count(*) filter (where status = 'removed')::integer as removed
     from matched`,
  )
}

/** Brings the warehouse to what the delivery says, `line` being SQL for a row's line. In the delivery's transaction. */
export async function apply(
  connection: DuckDBConnection,
  scope: Scope,
  { held }: Reconciliation,
  delivery: number,
  line: string,
): Promise<void> {
  const table = identifier(scope.dataset)
  const shape = SHAPES[scope.dataset]
  const columns = shape.columns.map(({ name }) => identifier(name)).join(', ')
  if (held > 0) await connection.run(`delete from ${table} where rowid in (${givingWay(scope, shape)})`)
  const chosen =
    held > 0
      ? "where line in (select line from matched where status in ('new', 'changed', 'told_again'))"
      : ''
  await connection.run(
    `insert into ${table} (agreement, source_id, delivery, line, ${columns})
       select ${literal(scope.agreement)}, ${literal(scope.source.id)}, ${delivery}, ${line}, ${columns}
       from incoming ${chosen}`,
  )
}

/** The rows of the warehouse that the delivery takes away; one that is removed goes with all it said of earlier days. */
function givingWay(scope: Scope, shape: Shape): string {
  if (shape.holdsFrom === undefined) {
    return "select held_row from matched where status in ('changed', 'told_again', 'removed')"
  }
  const keys = shape.key.join(', ')
  const table = identifier(scope.dataset)
  return `
    select held_row from matched where status in ('changed', 'told_again') and held_from = from_day
    union all
    select rowid from ${table} where ${inScope(scope, shape)} and (${keys}) in
      (select (${keys}) from ${table} where rowid in (select held_row from matched where status = 'removed'))`
}

/** SQL that holds for the rows of the warehouse that the file may change. */
function inScope({ agreement, source, period, replaces, newer }: Scope, { day, holdsFrom }: Shape): string {
  const told = `${holdsFrom === undefined ? inNewerScope(newer, day) : 'false'} or ${isNewer(newer, 'delivery')}`
  const own = `agreement = ${literal(agreement)} and source_id = ${literal(source.id)} and not (${told})`
  return replaces === 'period' && period && day
    ? `${own} and ${day} between date ${literal(period.start)} and date ${literal(period.end)}`
    : own
}

function matchSql(scope: Scope, shape: Shape): string {
  const { columns, holdsFrom } = shape
  const told = columns.map(({ name }) => name).filter((name) => name !== holdsFrom)
  const differs = told
    .map((name) => `i.${identifier(name)} is distinct from h.${identifier(name)}`)
    .join(' or ')
  const keys = keyNames(shape)
  const same = keys.map((name) => `i.${name} is not distinct from h.${name}`).join(' and ')
  const kept = scope.replaces === 'rows' ? untold(scope, shape) : "'removed'"
  const again = toldAgain(scope, shape)
  const days = holdsFrom ? `i.${holdsFrom} as from_day, h.${holdsFrom} as held_from,` : ''
  return `
    create or replace temp table matched as
    select i.line, h.held_row, ${days}
      case when h.held_row is null then 'new' when i.line is null then ${kept}
        when ${differs} then 'changed' when ${again} then 'told_again' else 'unchanged' end as status
    from (${keyed(shape, 'select *, line as place from incoming')}) i
    full join (${keyed(
      shape,
      `select *, rowid as held_row, rowid as place from ${identifier(scope.dataset)} where ${inScope(scope, shape)}
       ${asKnownThen(scope, shape)}`,
    )}) h on ${same}`
}

/** What becomes of a row that the file does not name: it stays, unless the file told of its session without it. */
function untold(scope: Scope, shape: Shape): string {
  if (scope.sessions === null) return "'silent'"
  const held = `select rowid, * from ${identifier(scope.dataset)} where ${inScope(scope, shape)}`
  return `case when h.held_row in (${rowsOfSessions(scope.sessions, held)}) then 'removed' else 'silent' end`
}

/**
 * SQL that holds where a row that is as it was is put down anew: one that no scope keeps from older files belongs to
 * the newest that told it, and one that holds from a day is kept for every day that it was told.
 */
function toldAgain({ replaces, newer }: Scope, { holdsFrom }: Shape): string {
  const byAnother = newer.same.length === 0 ? 'true' : `h.delivery not in (${newer.same.join(', ')})`
  if (holdsFrom !== undefined) return `${byAnother} or i.${holdsFrom} <> h.${holdsFrom}`
  return replaces === 'rows' ? byAnother : 'false'
}

/** Of rows that hold from a day, the last of each key that held when the file was made: an older file changes no newer row. */
function asKnownThen({ toldOn }: Scope, { holdsFrom, key }: Shape): string {
  if (holdsFrom === undefined || toldOn === null) return ''
  return `and ${holdsFrom} <= date ${literal(toldOn)}
    qualify row_number() over (partition by ${key.join(', ')} order by ${holdsFrom} desc) = 1`
}
