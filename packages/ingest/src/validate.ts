import { blobValue } from '@duckdb/node-api'
import type { DuckDBConnection } from '@duckdb/node-api'
import { identifier, literal, runScript } from '@utfall/warehouse'
import { textOf } from './fields.ts'
import type { FieldSql } from './fields.ts'
import type { KeyPads } from './pseudonym/key.ts'
import type { Condition } from './rules/conditions.ts'
import { SHAPES } from './shapes.ts'
import type { DatasetName } from '@utfall/contracts'

export interface Validation {
  readonly connection: DuckDBConnection
  readonly dataset: DatasetName
  readonly stage: { readonly table: string; readonly line: string; readonly columns: ReadonlySet<string> }
  readonly fields: readonly FieldSql[]
  readonly conditions: readonly Condition[]
  readonly key: KeyPads
  /** The last day that the delivery speaks of, as far as is known before its rows are read. */
  readonly knownFrom: string
}

/**
 * Fills two temporary tables in one pass over the staged rows: `incoming` (line, the warehouse's columns, and
 * `broken`: one bit for each condition that the row breaks), and `fault` (line, rule, field), which others add to.
 */
export async function validate(validation: Validation): Promise<void> {
  const { connection, conditions, key, knownFrom } = validation
  if (conditions.length > 64) throw new Error('More than 64 conditions: `broken` is one 64-bit number')
  await runScript(connection, incomingSql(validation), {
    inner: blobValue(key.inner),
    outer: blobValue(key.outer),
    known_from: knownFrom,
  })
  const bits = conditions.map(
    ({ rule, field }, bit) => `(${literal(rule)}, ${literal(field)}, 1::ubigint << ${bit})`,
  )
  if (bits.length === 0) return
  await connection.run(
    `insert into fault (line, rule, field)
       select line, rule, field from incoming, (values ${bits.join(', ')}) condition (rule, field, bit)
       where broken <> 0 and broken & bit <> 0`,
  )
}

function incomingSql({ dataset, stage, fields, conditions }: Validation): string {
  const texts = [...stage.columns].map((name) => `${identifier(name)} as ${textOf(name)}`)
  const values = fields.map(
    ({ field, value }) => `${value} as ${identifier(field.type === 'participant' ? 'person' : field.name)}`,
  )
  const who = stage.columns.has('participant') ? IDENTITY : NOBODY
  const columns = SHAPES[dataset].columns.map(({ name, value }) => `${value} as ${identifier(name)}`)
  const broken = conditions.map(
    ({ when }, bit) => `case when ${when} then 1::ubigint << ${bit} else 0::ubigint end`,
  )
  return `
    create or replace temp table incoming as
    select line, ${[...columns, `${broken.join(' | ') || '0::ubigint'} as broken`].join(', ')}
    from (
      select written.*, ${[...values, ...who.columns].join(', ')}
      from (select ${[`${stage.line} as line`, ...texts].join(', ')} from ${identifier(stage.table)}) written
      ${who.join}
    )`
}

const IDENTITY = {
  columns: [
    'identity.kind as identity_kind',
    'identity.birth_date as identity_birth_date',
    'year(identity.birth_date) as identity_birth_year',
    'identity.gender as identity_gender',
    "case when identity.kind = 'birth_date' then year(identity.birth_date) end as anonymous_birth_year",
  ],
  join: `left join identity on identity.written = ${textOf('participant')}`,
}
const NOBODY = { columns: ['null::bigint as anonymous_birth_year'], join: '' }
