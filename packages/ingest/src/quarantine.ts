import type { DuckDBConnection } from '@duckdb/node-api'
import type { DatasetName } from '@utfall/contracts'
import { identifier, literal, queryRow } from '@utfall/warehouse'
import { z } from 'zod'
import { isNewer } from './age.ts'
import { MASK } from './masking.ts'
import type { Scope } from './reconcile.ts'
import { RULES } from './rules/catalogue.ts'
import { sessionTies } from './sessions.ts'
import { SHAPES, keyHash } from './shapes.ts'
import type { Stage } from './stage.ts'
import { takeOut } from './validate.ts'

/** SQL for the line that people are shown, where `line` is SQL for the one that tells rows apart. */
export function shownLine(stage: Stage | null, line: string): string {
  return stage?.shownLine?.(line) ?? line
}

/** What a cell may show outside the warehouse and in quarantine: never who the row is about. */
export function shownCell(field: string, text: string): string {
  return field === 'participant'
    ? `case when not blank(${text}) then ${literal(MASK)} end`
    : `masked(${text})`
}

/** A row as it stood, by the sender's headers, as JSON. */
export function shownCells({ columns, headers }: Stage): string {
  const cells = [...columns].flatMap((field) => [
    literal(headers[field] ?? field),
    shownCell(field, identifier(field)),
  ])
  return `json_object(${cells.join(', ')})`
}

export const ERRORS = RULES.filter(({ severity }) => severity === 'error').map(({ id }) => id)

/** Moves the rows that break a rule of severity `error` from `incoming` to the temporary table `held_back`. */
export async function holdBack(
  connection: DuckDBConnection,
  dataset: DatasetName,
  stage: Stage,
): Promise<number> {
  const { day } = SHAPES[dataset]
  const session = dataset === 'attendance' ? 'session' : 'null::varchar as session'
  await connection.run(
    `create or replace temp table held_back as
       select at_fault.line, ${shownLine(stage, 'at_fault.line')} as shown_line, rules, ${day ?? 'null::date'} as date,
         ${keyHash(SHAPES[dataset])} as key_hash, ${session}
       from (select line, list_sort(list(distinct rule)) as rules
             from fault where rule in (${ERRORS.map(literal).join(', ')}) and line is not null group by line) at_fault
       left join incoming on incoming.line = at_fault.line`,
  )
  await takeOut(connection, 'select line from held_back')
  const { rows } = await queryRow(connection, Rows, 'select count(*)::integer as rows from held_back')
  return rows
}

/**
 * Sweeps the quarantine of what the delivery says anew (its scope, its keys, its file), and adds what it held back.
 * In the delivery's transaction.
 */
export async function quarantine(
  connection: DuckDBConnection,
  scope: Scope,
  delivery: number,
  file: string,
  heldBack: { readonly rows: number; readonly stage: Stage | null },
): Promise<void> {
  const { agreement, source, dataset } = scope
  const own = `agreement = ${literal(agreement)} and source_id = ${literal(source.id)}`
  const { rows } = await queryRow(
    connection,
    Rows,
    `select count(*)::integer as rows from quarantine where ${own}`,
  )
  if (rows > 0) {
    await connection.run(
      `delete from quarantine where ${own} and not (${isNewer(scope.newer, 'delivery')} or ${turnedAwayLater(scope, own)}) and (${spokenOf(scope, own)}
         or delivery in (select delivery from delivery where ${own} and file = $file)
         or key_hash in (select ${keyHash(SHAPES[dataset])} from incoming)${ofSessions(scope)})`,
      { file },
    )
  }
  if (heldBack.rows === 0 || heldBack.stage === null) return
  const { stage } = heldBack
  await connection.run(
    `insert into quarantine by name
       select ${literal(agreement)} as agreement, ${literal(source.id)} as source_id, ${delivery} as delivery,
         shown_line as line, date, key_hash, rules, cells, session
       from held_back left join (
         select ${stage.line} as line, ${shownCells(stage)} as cells from ${identifier(stage.table)}) staged using (line)`,
  )
}

const Rows = z.object({ rows: z.int() })

/** SQL that holds for the rows in quarantine that lie in the scope. One without a day lies where its delivery did. */
function spokenOf({ period, replaces }: Scope, own: string): string {
  if (replaces === 'rows') return 'false'
  if (replaces === 'everything' || !period) return 'true'
  const span = `date ${literal(period.start)} and date ${literal(period.end)}`
  return `quarantine.date between ${span} or (quarantine.date is null and delivery in (
    select delivery from delivery where ${own} and scope_start between ${span} and scope_end between ${span}))`
}

/** SQL that holds for a row of a newer file that was turned away with all of its rows. */
function turnedAwayLater({ toldOn }: Scope, own: string): string {
  if (toldOn === null) return 'false'
  return `delivery in (
    select delivery from delivery where ${own} and verdict = 'rejected' and told_on > date ${literal(toldOn)})`
}

/** … or in a session that the file tells of as a whole, or removes. */
function ofSessions({ sessions }: Scope): string {
  if (sessions === null) return ''
  const either = sessionTies('quarantine', 'told').join(' or ')
  return ` or exists (from ${identifier(sessions.table)} told where not partly and (${either}))`
}
