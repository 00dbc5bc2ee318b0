import type { DuckDBConnection } from '@duckdb/node-api'
import type { DatasetName } from '@utfall/contracts'
import { identifier, literal } from '@utfall/warehouse'
import { textOf } from './fields.ts'
import type { FieldSql } from './fields.ts'
import type { Condition } from './rules/condition.ts'
import { SHAPES } from './shapes.ts'
import type { Stage } from './stage.ts'
import { asWritten, lineIn } from './typed-rows.ts'
import type { Mark } from './typed-rows.ts'

interface Validation {
  readonly connection: DuckDBConnection
  readonly dataset: DatasetName
  readonly stage: Stage
  readonly fields: readonly FieldSql[]
  /** On who the row is about. */
  readonly conditions: readonly Condition[]
  /** What single rows were found to break. */
  readonly marks: readonly Mark[]
  /** The last day that the delivery speaks of, as far as is known before its rows are read. */
  readonly knownFrom: string
}

/**
 * Judges typed rows by whom they are about. Leaves them as the warehouse would keep them in `incoming` (line, the
 * dataset's columns): a temporary view of `incoming_row` and `identity`. Adds all their faults to `fault`.
 */
export async function validate(validation: Validation): Promise<void> {
  const { connection, conditions, marks } = validation
  await connection.run(await viewSql(validation))
  await keepFaults(validation, marks)
  await keepFaults(
    validation,
    conditions.map(({ rule, field, when }) => ({ rule, field, isSet: when })),
  )
}

/** Whether a condition is on what is known of the identity: all of that is called so. */
export const asksIdentity = ({ when }: Condition) => when.includes('identity_')

/** Adds a fault for each row and mark that holds of it, as SQL says. */
async function keepFaults(validation: Validation, marks: readonly Mark[]): Promise<void> {
  if (marks.length === 0) return
  const rules = marks.map(
    ({ rule, field, isSet }) =>
      `case when ${isSet} then {rule: ${literal(rule)}, field: ${field === null ? 'null::varchar' : literal(field)}} end`,
  )
  await validation.connection.run(
    `insert into fault (line, rule, field)
       select line, mark.rule, mark.field
       from (select line, unnest([${rules.join(', ')}]) as mark
             from (${identifiedSql(validation)}) where ${marks.map(({ isSet }) => `(${isSet})`).join(' or ')})
       where mark is not null`,
  )
}

/** Takes the rows with these lines (a SELECT) out of `incoming`. */
export async function takeOut(connection: DuckDBConnection, lines: string): Promise<void> {
  await connection.run(
    `delete from incoming_row where rowid in (select at_row from incoming where line in (${lines}))`,
  )
}

/** The rows with every field of the dataset and what is known of the identity. */
function identifiedSql({ stage, fields }: Validation): string {
  const values = fields
    .filter(({ field }) => field.type !== 'participant')
    .map(({ field: { name }, text, value }) =>
      text === null ? `${value} as ${identifier(name)}` : `incoming_row.${identifier(name)}`,
    )
  const place = [`${lineIn(stage)} as line`, 'incoming_row.rowid as at_row', 'broken']
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
