import { identifier, queryRow, runScript } from '@utfall/warehouse'
import { z } from 'zod'
import { hidesIdentity, isClosed, textOf } from './fields.ts'
import type { FieldSql } from './fields.ts'
import { parametersOf } from './pseudonym/identity.ts'
import type { KeyChain } from './pseudonym/key.ts'
import type { Condition } from './rules/condition.ts'
import type { Stage } from './stage.ts'
import type { DuckDBConnection } from '@duckdb/node-api'

interface Typing {
  readonly connection: DuckDBConnection
  readonly stage: Stage
  readonly fields: readonly FieldSql[]
  /** On the row alone, not on who it is about. */
  readonly conditions: readonly Condition[]
  readonly key: KeyChain
}

/** What is asked of each row, by a bit of `broken` each. */
export interface Mark {
  readonly rule: string
  readonly field: string | null
  /** SQL over the columns of `incoming_row`. */
  readonly isSet: string
}

export interface TypedRows {
  readonly rows: number
  /** Those that any row has. */
  readonly marks: readonly Mark[]
}

/**
 * Types the staged rows and judges each by itself, in one pass. Fills `incoming_row` with the values of the file and
 * `broken`: one bit for each condition that the row breaks. Null where the stage is a view of a file that the engine
 * cannot read as it was meant to, or in which nothing is written.
 */
export async function typeRows(typing: Typing): Promise<TypedRows | null> {
  const { connection, stage, conditions, key } = typing
  const asked = stage.inPlace ? [BLANK, MISFIT, ...conditions] : conditions
  try {
    await runScript(
      connection,
      rowSql(typing, asked),
      namesSessions(typing) ? parametersOf(key[0]) : undefined,
    )
  } catch (error) {
    if (stage.inPlace && error instanceof Error && error.message.includes('CSV Error')) return null
    throw error
  }
  let all = await marksOfAll(connection)
  if (stage.inPlace && (all.broken & 1n) !== 0n) {
    await connection.run('delete from incoming_row where broken & 1 = 1')
    all = await marksOfAll(connection)
  }
  if (stage.inPlace && all.rows === 0) return null
  const marks = asked.map(({ rule, field }, place) => ({
    rule,
    field,
    isSet: `broken & ${1n << BigInt(place)} <> 0`,
  }))
  return { rows: all.rows, marks: marks.filter((_, place) => (all.broken >> BigInt(place)) & 1n) }
}

/** The name of a session that looks like an identity number is hidden by the key. */
const namesSessions = ({ fields }: Typing) =>
  fields.some(({ field, text }) => field.name === 'session' && text !== null)

interface Asked {
  readonly rule: string
  readonly field: string | null
  readonly when: string
}

/** A row without anything in it is none: it is gone before its faults are told. */
const BLANK: Asked = { rule: 'blank', field: null, when: 'is_blank' }
const MISFIT: Asked = { rule: 'wrong_cell_count', field: null, when: 'misfits' }

const Marks = z.object({ rows: z.int(), broken: z.string().transform(BigInt) })

/** How many rows there are, and the bits that any of them has. */
async function marksOfAll(connection: DuckDBConnection): Promise<z.infer<typeof Marks>> {
  return queryRow(
    connection,
    Marks,
    'select count(*)::integer as rows, coalesce(bit_or(broken), 0)::varchar as broken from incoming_row',
  )
}

/** Typed values as they stand in the file, in its order: a join would lose that, and it tells the lines. */
function rowSql({ stage, fields }: Typing, asked: readonly Asked[]): string {
  const texts = [...stage.columns].map((name) => `${identifier(name)} as ${textOf(name)}`)
  const hides = fields
    .filter(({ field, text }) => field.type === 'text' && !isClosed(field) && text !== null)
    .map(({ field: { name } }) => `looks_like_identity(${identifier(name)}) as ${hidesIdentity(name)}`)
  const own = fields.filter(({ field }) => field.type !== 'participant')
  const values = own.map(({ field, value }) => `${value} as ${identifier(field.name)}`)
  const kept = own.filter(({ text }) => text !== null).map(({ field }) => identifier(field.name))
  const place = stage.inPlace ? ['is_blank', 'misfits'] : [`${stage.line} as line`]
  const bits = smallestOf(asked.length)
  const broken = asked.map(
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
export function asWritten(stage: Stage, fields: readonly FieldSql[]): string[] {
  const typed = new Set(
    fields.filter(({ field }) => field.type !== 'participant').map(({ field }) => field.name),
  )
  return [...stage.columns].filter((name) => !typed.has(name)).map(textOf)
}

/** SQL for the line of a row of `incoming_row`. */
export function lineIn({ inPlace }: Stage): string {
  return inPlace ? inPlace.lineAt('incoming_row.rowid') : 'incoming_row.line'
}

/** The type that has so many bits. */
function smallestOf(bits: number): string {
  if (bits > 64) throw new Error('More than 64 conditions: `broken` is one 64-bit number')
  return bits > 32 ? 'ubigint' : bits > 16 ? 'uinteger' : bits > 8 ? 'usmallint' : 'utinyint'
}
