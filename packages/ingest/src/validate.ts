import type { DuckDBConnection } from '@duckdb/node-api'
import { identifier, literal, runScript } from '@utfall/warehouse'
import { hidesIdentity, isClosed, textOf } from './fields.ts'
import type { FieldSql } from './fields.ts'
import { parametersOf } from './pseudonym/identity.ts'
import type { KeyChain } from './pseudonym/key.ts'
import type { Condition } from './rules/conditions.ts'
import { SHAPES } from './shapes.ts'
import type { Column } from './shapes.ts'
import type { DatasetName } from '@utfall/contracts'

interface Validation {
  readonly connection: DuckDBConnection
  readonly dataset: DatasetName
  readonly stage: { readonly table: string; readonly line: string; readonly columns: ReadonlySet<string> }
  readonly fields: readonly FieldSql[]
  readonly conditions: readonly Condition[]
  readonly key: KeyChain
  /** The last day that the delivery speaks of, as far as is known before its rows are read. */
  readonly knownFrom: string
}

/**
 * Judges the staged rows in one pass. Leaves them as the warehouse would keep them in `incoming` (line, the dataset's
 * columns): a temporary view, so that a value which is the same for every row is not kept for each. `incoming_row`
 * beneath it holds the rest, and `broken`: one bit for each condition that the row breaks. Adds their faults to `fault`.
 */
export async function validate(validation: Validation): Promise<void> {
  const { connection, dataset, conditions, key } = validation
  if (conditions.length > 64) throw new Error('More than 64 conditions: `broken` is one 64-bit number')
  const columns = await targetColumns(connection, dataset, validation.stage.columns)
  await runScript(connection, rowSql(validation, columns), parametersOf(key[0]))
  await connection.run(viewSql(validation, columns))
  const bits = conditions.map(
    ({ rule, field }, bit) => `(${literal(rule)}, ${literal(field)}, 1::ubigint << ${bit})`,
  )
  if (bits.length === 0) return
  await connection.run(
    `insert into fault (line, rule, field)
       select line, rule, field
       from (select line, broken from incoming_row where broken <> 0),
         (values ${bits.join(', ')}) condition (rule, field, bit)
       where broken & bit <> 0`,
  )
}

/** Takes the rows with these lines (a SELECT) out of `incoming`. */
export async function takeOut(connection: DuckDBConnection, lines: string): Promise<void> {
  await connection.run(`delete from incoming_row where line in (${lines})`)
}

interface TargetColumn extends Column {
  readonly type: string
  /** Whether the file says anything of it. */
  readonly given: boolean
}

async function targetColumns(
  connection: DuckDBConnection,
  dataset: DatasetName,
  staged: ReadonlySet<string>,
): Promise<TargetColumn[]> {
  const empty = await connection.run(`from ${identifier(dataset)} limit 0`)
  const types = new Map(empty.columnNames().map((name, index) => [name, String(empty.columnType(index))]))
  return SHAPES[dataset].columns.map((column) => {
    const type = types.get(column.name)
    if (type === undefined) throw new Error(`The warehouse has no column ${dataset}.${column.name}`)
    return { ...column, type, given: column.from.some((field) => staged.has(field)) }
  })
}

function rowSql({ stage, fields, conditions }: Validation, columns: readonly TargetColumn[]): string {
  const texts = [...stage.columns].map((name) => `${identifier(name)} as ${textOf(name)}`)
  const hides = fields
    .filter(({ field, text }) => field.type === 'text' && text !== null)
    .map(({ field: { name } }) => `looks_like_identity(${identifier(name)}) as ${hidesIdentity(name)}`)
  const values = fields.map(
    ({ field, value }) => `${value} as ${identifier(field.type === 'participant' ? 'person' : field.name)}`,
  )
  const who = stage.columns.has('participant') ? IDENTITY : NOBODY
  const kept = columns
    .filter(({ given }) => given)
    .map(({ name, value, type }) =>
      fields.some(({ field }) => field.name === value && isClosed(field))
        ? identifier(name)
        : `(${value})::${type} as ${identifier(name)}`,
    )
  const broken = conditions.map(
    ({ when }, bit) => `case when ${when} then 1::ubigint << ${bit} else 0::ubigint end`,
  )
  const judged = `
    select ${['line', ...kept, `${broken.join(' | ') || '0::ubigint'} as broken`].join(', ')}
    from (
      select written.*, ${[...values, ...who.columns].join(', ')}
      from (select ${[`${stage.line} as line`, ...texts, ...hides].join(', ')} from ${identifier(stage.table)}) written
      ${who.join}
    )`
  return `create or replace temp table incoming_row as ${judged}`
}

function viewSql({ knownFrom }: Validation, columns: readonly TargetColumn[]): string {
  const all = columns.map(({ name, type, given, otherwise = 'null' }) => {
    const value = given ? identifier(name) : otherwise.replace('$known_from', literal(knownFrom))
    return `${value}::${type} as ${identifier(name)}`
  })
  return `create or replace temp view incoming as select line, ${all.join(', ')} from incoming_row`
}

const IDENTITY = {
  columns: [
    'identity.kind as identity_kind',
    'identity.birth_date as identity_birth_date',
    'identity.birth_year as identity_birth_year',
    'identity.gender as identity_gender',
    "case when identity.kind = 'birth_date' then identity.birth_year end as anonymous_birth_year",
  ],
  join: `left join identity on identity.written = ${textOf('participant')}`,
}
const NOBODY = { columns: ['null::bigint as anonymous_birth_year'], join: '' }
