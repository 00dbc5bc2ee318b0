import type { DuckDBConnection } from '@duckdb/node-api'
import { identifier, literal, queryRow, runScript } from '@utfall/warehouse'
import { z } from 'zod'
import { hidesIdentity, textOf } from './fields.ts'
import type { FieldSql } from './fields.ts'
import { parametersOf } from './pseudonym/identity.ts'
import type { KeyChain } from './pseudonym/key.ts'
import type { Stage } from './stage.ts'
import type { Condition } from './rules/conditions.ts'
import { SHAPES } from './shapes.ts'
import type { DatasetName } from '@utfall/contracts'

interface Validation {
  readonly connection: DuckDBConnection
  readonly dataset: DatasetName
  readonly stage: Stage
  readonly fields: readonly FieldSql[]
  readonly conditions: readonly Condition[]
  readonly key: KeyChain
  /** The last day that the delivery speaks of, as far as is known before its rows are read. */
  readonly knownFrom: string
}

/**
 * Judges the staged rows in one pass, and by whom they are about in another. Leaves them as the warehouse would keep them
 * in `incoming` (line, the dataset's columns): a temporary view of `incoming_row`, which holds the values of the file and
 * `broken`: one bit for each condition that the row breaks. Adds their faults to `fault`. Returns how many rows there are.
 */
export async function validate(validation: Validation): Promise<number> {
  const { connection, stage, conditions, key } = validation
  const own = conditions.filter((condition) => !asksIdentity(condition))
  const marks = stage.inPlace ? [BLANK, MISFIT, ...own] : own
  await runScript(connection, rowSql(validation, marks), parametersOf(key[0]))
  await connection.run(await viewSql(validation))
  let all = await marksOfAll(connection)
  if (stage.inPlace && (all.broken & 1n) !== 0n) {
    await connection.run('delete from incoming_row where broken & 1 = 1')
    all = await marksOfAll(connection)
  }
  const found = marks.filter((_, place) => (all.broken >> BigInt(place)) & 1n)
  const bit = (mark: Mark) => `broken & ${1n << BigInt(marks.indexOf(mark))} <> 0`
  await keepFaults(validation, found, bit)
  await keepFaults(validation, conditions.filter(asksIdentity), ({ when }) => when)
  return all.rows
}

/** Whether a condition is on what is known of the identity: all of that is called so. */
const asksIdentity = ({ when }: Condition) => when.includes('identity_')

/** What is asked of each row, by a bit of `broken` each. */
interface Mark {
  readonly rule: string
  readonly field: string | null
  readonly when: string
}

/** A row without anything in it is none: it is gone before its faults are told. */
const BLANK: Mark = { rule: 'blank', field: null, when: 'is_blank' }
const MISFIT: Mark = { rule: 'wrong_cell_count', field: null, when: 'misfits' }

const Marks = z.object({ rows: z.int(), broken: z.string().transform(BigInt) })

/** How many rows there are, and the bits that any of them has. */
async function marksOfAll(connection: DuckDBConnection): Promise<z.infer<typeof Marks>> {
  return queryRow(
    connection,
    Marks,
    'select count(*)::integer as rows, coalesce(bit_or(broken), 0)::varchar as broken from incoming_row',
  )
}

/** Adds a fault for each row and mark that holds of it, as SQL says. */
async function keepFaults(
  validation: Validation,
  marks: readonly Mark[],
  holds: (mark: Mark) => string,
): Promise<void> {
  if (marks.length === 0) return
  const rules = marks.map(
    (mark) =>
      `case when ${holds(mark)} then {rule: ${literal(mark.rule)}, field: ${mark.field === null ? 'null::varchar' : literal(mark.field)}} end`,
  )
  await validation.connection.run(
    `insert into fault (line, rule, field)
       select line, mark.rule, mark.field
       from (select line, unnest([${rules.join(', ')}]) as mark
             from (${identifiedSql(validation)}) where ${marks.map((mark) => `(${holds(mark)})`).join(' or ')})
       where mark is not null`,
  )
}

/** Takes the rows with these lines (a SELECT) out of `incoming`. */
export async function takeOut(connection: DuckDBConnection, lines: string): Promise<void> {
  await connection.run(
    `delete from incoming_row where rowid in (select at_row from incoming where line in (${lines}))`,
  )
}

/** Typed values as they stand in the file, in its order: a join would lose that, and it tells the lines. */
function rowSql({ stage, fields }: Validation, marks: readonly Mark[]): string {
  const texts = [...stage.columns].map((name) => `${identifier(name)} as ${textOf(name)}`)
  const hides = fields
    .filter(({ field, text }) => field.type === 'text' && text !== null)
    .map(({ field: { name } }) => `looks_like_identity(${identifier(name)}) as ${hidesIdentity(name)}`)
  const own = fields.filter(({ field }) => field.type !== 'participant')
  const values = own.map(({ field, value }) => `${value} as ${identifier(field.name)}`)
  const kept = own.filter(({ text }) => text !== null).map(({ field }) => identifier(field.name))
  const place = stage.inPlace ? ['is_blank', 'misfits'] : [`${stage.line} as line`]
  const bits = smallestOf(marks.length)
  const broken = marks.map(
    ({ when }, bit) => `case when ${when} then ${1n << BigInt(bit)}::${bits} else 0::${bits} end`,
  )
  return `
    create or replace temp table incoming_row as
    select ${[
      ...(stage.inPlace ? [] : ['line']),
      ...kept,
      ...asWritten(stage, fields),
      `${broken.join(' | ') || `0::${bits}`} as broken`,
    ].join(', ')}
    from (
      select ${['written.*', ...values].join(', ')}
      from (select ${[...place, ...texts, ...hides].join(', ')} from ${identifier(stage.table)}) written)`
}

/** What is kept as it is written: who a row is about, and what only the reader of the format knows. */
function asWritten(stage: Stage, fields: readonly FieldSql[]): string[] {
  const typed = new Set(
    fields.filter(({ field }) => field.type !== 'participant').map(({ field }) => field.name),
  )
  return [...stage.columns].filter((name) => !typed.has(name)).map(textOf)
}

/** The type that has so many bits. */
function smallestOf(bits: number): string {
  if (bits > 64) throw new Error('More than 64 conditions: `broken` is one 64-bit number')
  return bits > 32 ? 'ubigint' : bits > 16 ? 'uinteger' : bits > 8 ? 'usmallint' : 'utinyint'
}

/** The rows with every field of the dataset and what is known of the identity. */
function identifiedSql({ stage, fields }: Validation): string {
  const line = stage.inPlace ? stage.inPlace.lineAt('incoming_row.rowid') : 'incoming_row.line'
  const values = fields
    .filter(({ field }) => field.type !== 'participant')
    .map(({ field: { name }, text, value }) =>
      text === null ? `${value} as ${identifier(name)}` : `incoming_row.${identifier(name)}`,
    )
  const place = [`${line} as line`, 'incoming_row.rowid as at_row', 'broken']
  const who = stage.columns.has('participant') ? IDENTITY : NOBODY
  return `select ${[...place, ...values, ...asWritten(stage, fields), ...who.columns].join(', ')}
    from incoming_row ${who.join}`
}

const IDENTITY = {
  columns: [
    'identity.person',
    'identity.kind as identity_kind',
    'identity.birth_date as identity_birth_date',
    'identity.birth_year as identity_birth_year',
    'identity.gender as identity_gender',
    "case when identity.kind = 'birth_date' then identity.birth_year end as anonymous_birth_year",
  ],
  join: `left join identity on identity.written = ${textOf('participant')}`,
}
const NOBODY = { columns: ['null::uuid as person', 'null::bigint as anonymous_birth_year'], join: '' }

async function viewSql(validation: Validation): Promise<string> {
  const { connection, dataset, stage, knownFrom } = validation
  const empty = await connection.run(`from ${identifier(dataset)} limit 0`)
  const types = new Map(empty.columnNames().map((name, index) => [name, String(empty.columnType(index))]))
  const columns = SHAPES[dataset].columns.map(({ name, value, from, otherwise = 'null' }) => {
    const type = types.get(name)
    if (type === undefined) throw new Error(`The warehouse has no column ${dataset}.${name}`)
    const given = from.some((field) => stage.columns.has(field))
    const sql = given ? value : otherwise.replace('$known_from', literal(knownFrom))
    return `(${sql})::${type} as ${identifier(name)}`
  })
  return `create or replace temp view incoming as
    select line, at_row, ${columns.join(', ')} from (${identifiedSql(validation)})`
}
